package org.dcos.net.dhcp.server;

/**
 * Messages since the server started.
 *
 * @param malformed of those received, what was no DHCP message
 * @param unsent    answers that the system did not take
 */
public record Traffic(long received, long malformed, long sent, long unsent) {}
