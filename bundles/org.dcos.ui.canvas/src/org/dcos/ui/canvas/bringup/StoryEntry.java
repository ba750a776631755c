package org.dcos.ui.canvas.bringup;

import org.dcos.ui.canvas.mark.Mark;

/**
 * Something that happened, or that is to be done.
 *
 * @param id     what a click tells; several entries may be about one thing
 * @param time   at the right of the title
 * @param title  about which machine
 * @param what   in a few words
 * @param detail in whole sentences; wrapped; may be empty
 * @param next   the one thing to do about it; wrapped; may be empty
 */
public record StoryEntry(String id, String time, String title, String what, Mark mark, String detail, String next) {}
