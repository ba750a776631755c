package org.dcos.ui.model.dhcp;

import java.util.UUID;

/**
 * A recorded prefix that can be served on an interface.
 *
 * @param attached whether it is on the interface's wire; else its machines are reached through relays
 * @param how      that in words
 * @param chosen   whether it is served there already
 */
public record PrefixChoice(UUID id, String cidr, String purpose, boolean attached, String how, boolean chosen) {}
