package org.dcos.ui.model.devicetype;

import org.dcos.ui.model.estate.Mark;

/**
 * What comes of one file.
 *
 * @param file    with the line, where it is refused
 * @param type    maker and model; empty where it is refused
 * @param outcome new, changed, as it is, refused
 * @param devices how many devices are of it; empty where none is
 * @param said    why it is refused, or what of it is not recorded
 */
public record TypeRow(String file, String type, String outcome, Mark mark, String devices, String said) {}
