package org.dcos.ui.canvas.audit;

import org.dcos.ui.canvas.mark.Mark;

/** How many there are of something. @param detail how they stand; may be empty */
public record Tile(String id, String title, String count, String detail, Mark mark) {}
