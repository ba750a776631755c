package org.dcos.net.dhcp.server;

import java.net.Inet4Address;
import org.dcos.net.dhcp.wire.HardwareAddress;

/**
 * Somebody else who answered a DHCPDISCOVER.
 *
 * @param identifier by which it names itself; a relay's, or 0.0.0.0 where it names none
 * @param hardware   of the machine that sent the offer: the server or a relay
 * @param offered    the address that a client would get
 */
public record OtherServer(String networkInterface, Inet4Address identifier, HardwareAddress hardware,
        Inet4Address offered) {}
