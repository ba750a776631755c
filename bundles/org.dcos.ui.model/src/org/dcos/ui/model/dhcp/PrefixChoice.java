package org.dcos.ui.model.dhcp;

import java.util.UUID;

/**
 * A recorded prefix that can be served on an interface.
 *
 * @param attached whether the interface has an address of it, so that it is on its wire
 * @param chosen   whether it is served there already
 */
public record PrefixChoice(UUID id, String cidr, String purpose, boolean attached, boolean chosen) {}
