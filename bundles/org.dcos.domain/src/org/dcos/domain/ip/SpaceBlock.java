package org.dcos.domain.ip;

import java.util.Optional;

import org.dcos.domain.cmdb.Item;

/**
 * Addresses of a network that are one thing.
 *
 * @param last  inclusive
 * @param item  the network, range or address that is recorded; empty: free
 * @param usage of a network
 */
public record SpaceBlock(String first, String last, Optional<Item> item, Optional<Utilisation> usage) {}
