package org.dcos.ui.model.address;

import java.util.Optional;
import java.util.UUID;

/**
 * What lies in a network, as a line of the table.
 *
 * @param address the recorded address, where it is one; what is taken back
 * @param prefix  the network, where it is one; what is merged
 */
public record AddressRow(String range, String kind, String name, String detail, Optional<UUID> address,
        Optional<UUID> prefix) {}
