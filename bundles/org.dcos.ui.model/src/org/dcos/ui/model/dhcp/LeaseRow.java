package org.dcos.ui.model.dhcp;

import org.dcos.domain.dhcp.Lease;
import org.dcos.ui.model.estate.Mark;

/**
 * A lease, in words.
 *
 * @param machine what it told of itself
 * @param kind    reserved or temporary
 * @param heard   how long ago it last asked
 * @param until   when it ends, or ended
 * @param where   by which interface, or relay and port
 */
public record LeaseRow(Lease lease, Mark mark, String machine, String kind, String state, String heard, String until,
        String where) {}
