package org.dcos.net.dhcp.engine;

import java.net.Inet4Address;

/**
 * How a message came.
 *
 * @param networkInterface its name
 * @param source           of the datagram
 */
public record Arrival(String networkInterface, Inet4Address source) {}
