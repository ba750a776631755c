package org.dcos.ui.model.capacity;

import java.util.OptionalDouble;

import org.dcos.ui.model.estate.Mark;

/**
 * How much of something is used.
 *
 * @param label what it is: {@code Units}
 * @param text  used and all: {@code 31 / 42 U}
 * @param note  what the text leaves open: {@code of 3 not known}; may be empty
 * @param share 0 to 1, above when it is exceeded; empty where there is no limit
 */
public record GaugeSight(String label, String text, String note, OptionalDouble share, Mark mark) {}
