package org.dcos.net.dhcp.lease;

import java.net.Inet4Address;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import org.dcos.net.dhcp.wire.BootOption;
import org.dcos.net.dhcp.wire.DhcpOption;
import org.dcos.net.dhcp.wire.HardwareAddress;
import org.dcos.net.dhcp.wire.LeaseOption;
import org.dcos.net.dhcp.wire.Message;
import org.dcos.net.dhcp.wire.NetworkOption;
import org.dcos.net.dhcp.wire.Options;

/**
 * An address and the client that has it, or had it.
 *
 * @param subnet its name
 * @param since  when the client got the address
 * @param heard  when the client last asked for it
 * @param until  when the lease ends, or the quarantine
 * @param relay  through which it asked, 0.0.0.0 where there was none
 * @param told   what the client said of itself: options 12, 43, 55, 60, 61, 77, 82, 93, 97
 */
public record Lease(Inet4Address address, LeaseState state, ClientKey client, HardwareAddress hardware, String subnet,
        Instant since, Instant heard, Instant until, Inet4Address relay, Options told) {

    /** What means something to the client's maker alone (RFC 2132 §8.4). */
    public static final int VENDOR_OPTIONS = 43;

    private static final Set<Integer> KEPT = Set.of(NetworkOption.HostName.CODE, BootOption.VendorClass.CODE,
            LeaseOption.ClientIdentifier.CODE, BootOption.UserClass.CODE, LeaseOption.RelayAgent.CODE,
            BootOption.ClientArchitecture.CODE, BootOption.ClientMachine.CODE, LeaseOption.ParameterRequest.CODE,
            VENDOR_OPTIONS);

    /** Octets of an option that are kept; a longer one is not. */
    private static final int LONGEST_KEPT = 255;

    /** Of a message's options, those that a lease keeps. */
    public static Options told(Message message) {
        var kept = new ArrayList<DhcpOption>();
        for (var option : message.options().all()) {
            if (KEPT.contains(option.code()) && option.payload().length <= LONGEST_KEPT) {
                kept.add(option);
            }
        }
        return new Options(kept);
    }

    public boolean isBound(Instant now) {
        return state == LeaseState.BOUND && now.isBefore(until);
    }

    /** Whether it is in quarantine. */
    public boolean isBarred(Instant now) {
        return state == LeaseState.DECLINED && now.isBefore(until);
    }

    /** The same in another state, until another time. */
    public Lease become(LeaseState other, Instant end) {
        return new Lease(address, other, client, hardware, subnet, since, heard, end, relay, told);
    }
}
