package org.dcos.ui.model.address;

import java.util.Optional;

import org.dcos.domain.cmdb.Prefix;

/**
 * A line of the tree of networks.
 *
 * @param prefix empty for the title of a routing table
 * @param label  with what the depth takes before it
 */
public record NetworkRow(Optional<Prefix> prefix, String label, String detail) {}
