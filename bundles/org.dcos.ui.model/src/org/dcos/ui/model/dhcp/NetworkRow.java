package org.dcos.ui.model.dhcp;

import org.dcos.domain.dhcp.NetworkUse;
import org.dcos.ui.model.estate.Mark;

/**
 * A served network, in words.
 *
 * @param where on which interface, or through relays
 * @param used  how many of how many: {@code 31 / 241}
 * @param share of the ranges that is taken, 0 to 1
 * @param note  what else there is to say; may be empty
 */
public record NetworkRow(NetworkUse use, String title, String where, String used, double share, String note,
        Mark mark) {}
