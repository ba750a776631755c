package org.dcos.net.ipmi.client;

import java.util.HexFormat;
import java.util.Optional;

import org.dcos.net.ipmi.account.ChannelInfo;
import org.dcos.net.ipmi.lan.CipherPrivileges;
import org.dcos.net.ipmi.lan.Ipv4;
import org.dcos.net.ipmi.lan.LanParameter;
import org.dcos.net.ipmi.lan.LanSettings;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/**
 * Reads and changes the LAN channel over which the BMC is talked to (IPMI v2.0 r1.1 §23). For use on a virtual thread.
 */
public final class LanConfiguration {

    private static final HexFormat COLONS = HexFormat.ofDelimiter(":");
    private static final int MAC_LENGTH = 6;
    private static final byte NO_AUTHENTICATION = 0x01;
    private static final byte[] NO_ENABLES = {};

    private final BmcConnection bmc;
    private final int channel;

    private LanConfiguration(BmcConnection bmc, int channel) {
        this.bmc = bmc;
        this.channel = channel;
    }

    /** Asks which channel the requests come through; BMCs that do not tell are asked for their first LAN channel. */
    public static LanConfiguration of(BmcConnection bmc) throws IpmiException, InterruptedException {
        int number = ChannelInfo.PRESENT_CHANNEL;
        try {
            var present = bmc.send(new ChannelInfo.Get(ChannelInfo.PRESENT_CHANNEL));
            number = present.channel();
        } catch (BmcRefused _) {
            number = firstLan(bmc);
        }
        return new LanConfiguration(bmc, number);
    }

    private static int firstLan(BmcConnection bmc) throws IpmiException, InterruptedException {
        for (int number = 1; number <= ChannelInfo.LAST_CHANNEL; number++) {
            try {
                if (bmc.send(new ChannelInfo.Get(number)).isLan()) {
                    return number;
                }
            } catch (BmcRefused _) {
                continue; // a channel that is not there
            }
        }
        return ChannelInfo.PRESENT_CHANNEL;
    }

    public int channel() {
        return channel;
    }

    public LanSettings settings() throws IpmiException, InterruptedException {
        byte[] mac = get(LanParameter.MAC_ADDRESS, 0);
        return new LanSettings(LanSettings.IpSource.of(get(LanParameter.IP_SOURCE, 0)[0]),
                Ipv4.at(get(LanParameter.IP_ADDRESS, 0), 0), Ipv4.at(get(LanParameter.SUBNET_MASK, 0), 0),
                optional(LanParameter.DEFAULT_GATEWAY).map(value -> Ipv4.at(value, 0)).orElse(Ipv4.NONE),
                COLONS.formatHex(mac, 0, MAC_LENGTH), optional(LanParameter.VLAN_ID).flatMap(LanSettings::vlan));
    }

    /**
     * Sets what differs from the present settings, the address last: with it the BMC may be gone from where it answers.
     * Between "set in progress", "commit write" and "set complete", where the BMC knows these.
     *
     * @throws BmcSilent with {@link BmcSilent#outcomeUnknown()} when the BMC may have moved before it answered
     */
    public void set(LanSettings wanted) throws IpmiException, InterruptedException {
        LanSettings present = settings();
        if (same(present, wanted)) {
            return;
        }
        progress(LanParameter.Progress.IN_PROGRESS);
        if (wanted.source() != present.source()) {
            set(LanParameter.IP_SOURCE, wanted.source().encode());
        }
        boolean ours = wanted.source() == LanSettings.IpSource.STATIC;
        if (ours && !wanted.mask().equals(present.mask())) {
            set(LanParameter.SUBNET_MASK, wanted.mask().bytes());
        }
        boolean gatewayIsLeft = ours && !wanted.gateway().equals(present.gateway()) && !setGateway(wanted.gateway());
        if (!wanted.vlan().equals(present.vlan())) {
            set(LanParameter.VLAN_ID, LanSettings.vlan(wanted.vlan().orElse(0)));
        }
        if (ours && !wanted.address().equals(present.address())) {
            set(LanParameter.IP_ADDRESS, wanted.address().bytes());
        }
        if (gatewayIsLeft) {
            set(LanParameter.DEFAULT_GATEWAY, wanted.gateway().bytes());
        }
        try {
            progress(LanParameter.Progress.COMMIT);
            progress(LanParameter.Progress.COMPLETE);
        } catch (BmcSilent _) {
            return; // it has moved with the last parameter
        }
    }

    /** False when the BMC takes it only behind the address, because it has to be in its network. */
    private boolean setGateway(Ipv4 gateway) throws IpmiException, InterruptedException {
        try {
            set(LanParameter.DEFAULT_GATEWAY, gateway.bytes());
            return true;
        } catch (BmcRefused _) {
            return false;
        }
    }

    private static boolean same(LanSettings present, LanSettings wanted) {
        boolean addresses = wanted.source() != LanSettings.IpSource.STATIC
                || wanted.address().equals(present.address()) && wanted.mask().equals(present.mask())
                        && wanted.gateway().equals(present.gateway());
        return addresses && wanted.source() == present.source() && wanted.vlan().equals(present.vlan());
    }

    /** Empty where the BMC does not tell its suites. */
    public Optional<CipherPrivileges> cipherPrivileges() throws IpmiException, InterruptedException {
        var count = optional(LanParameter.CIPHER_SUITE_COUNT);
        var suites = optional(LanParameter.CIPHER_SUITES);
        var levels = optional(LanParameter.CIPHER_SUITE_PRIVILEGES);
        if (count.isEmpty() || suites.isEmpty() || levels.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(CipherPrivileges.decode(count.get(), suites.get(), levels.get()));
        } catch (MalformedIpmiMessage e) {
            throw new ProtocolViolation(bmc.target().address(), e.getMessage());
        }
    }

    /** Whether a session of IPMI v1.5 may be opened without authentication; BMCs that know no such sessions: no. */
    public boolean allowsNoAuthentication() throws IpmiException, InterruptedException {
        byte[] enables = optional(LanParameter.AUTHENTICATION_ENABLES).orElse(NO_ENABLES);
        for (byte level : enables) {
            if ((level & NO_AUTHENTICATION) != 0) {
                return true;
            }
        }
        return false;
    }

    public void refuseNoAuthentication() throws IpmiException, InterruptedException {
        byte[] enables = get(LanParameter.AUTHENTICATION_ENABLES, 0);
        for (int i = 0; i < enables.length; i++) {
            enables[i] &= ~NO_AUTHENTICATION;
        }
        set(LanParameter.AUTHENTICATION_ENABLES, enables);
    }

    public void setCipherPrivileges(CipherPrivileges privileges) throws IpmiException, InterruptedException {
        set(LanParameter.CIPHER_SUITE_PRIVILEGES, privileges.encode());
    }

    byte[] get(LanParameter parameter, int set) throws IpmiException, InterruptedException {
        return bmc.send(new LanParameter.Get(channel, parameter, set));
    }

    void set(LanParameter parameter, byte[] value) throws IpmiException, InterruptedException {
        bmc.send(new LanParameter.Set(channel, parameter, value));
    }

    /** BMCs without it, or without a commit, exist; one that is in progress for another client is set all the same. */
    private void progress(LanParameter.Progress progress) throws IpmiException, InterruptedException {
        try {
            bmc.send(LanParameter.Set.progress(channel, progress));
        } catch (BmcRefused _) {
            return;
        }
    }

    private Optional<byte[]> optional(LanParameter parameter) throws IpmiException, InterruptedException {
        try {
            return Optional.of(get(parameter, 0));
        } catch (BmcRefused _) {
            return Optional.empty();
        }
    }
}
