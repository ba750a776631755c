package org.dcos.ui.canvas.control;

import java.util.OptionalDouble;

import org.dcos.ui.canvas.mark.Mark;

/**
 * How much of something is used.
 *
 * @param label what it is
 * @param text  used and all: {@code 31 / 42 U}
 * @param note  below it, in a quieter voice; may be empty
 * @param share 0 to 1, above when it is exceeded; empty where there is no limit
 * @param mark  WARNING and CRITICAL colour it
 */
public record Gauge(String label, String text, String note, OptionalDouble share, Mark mark) {}
