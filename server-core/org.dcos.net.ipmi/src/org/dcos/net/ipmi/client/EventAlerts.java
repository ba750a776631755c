package org.dcos.net.ipmi.client;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

import org.dcos.net.ipmi.account.ChannelAccess;
import org.dcos.net.ipmi.account.ChannelAccess.Kept;
import org.dcos.net.ipmi.alert.AlertPolicy;
import org.dcos.net.ipmi.alert.EventFilter;
import org.dcos.net.ipmi.alert.LanDestination;
import org.dcos.net.ipmi.alert.PefParameter;
import org.dcos.net.ipmi.lan.Ipv4;
import org.dcos.net.ipmi.lan.LanParameter;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/**
 * Makes a BMC send its events as platform event traps: one LAN destination, one alert policy that leads to it, event
 * filters that follow the policy, and filtering switched on (IPMI v2.0 r1.1 §17, §23, §30). Uses the first LAN
 * destination and policy 1, as the web pages of BMCs do. What is set already is not set again. For use on a virtual
 * thread.
 */
public final class EventAlerts {

    private static final int DESTINATION = 1;
    private static final int POLICY = 1;
    private static final int COUNT_MASK = 0x7F;

    private final BmcConnection bmc;
    private final LanConfiguration lan;

    public EventAlerts(BmcConnection bmc, LanConfiguration lan) {
        this.bmc = bmc;
        this.lan = lan;
    }

    /** To whom traps go; empty when they go nowhere. */
    public Optional<Ipv4> receiver() throws IpmiException, InterruptedException {
        boolean on = (pef(PefParameter.CONTROL, 0)[0] & PefParameter.ENABLED) != 0
                && (pef(PefParameter.ACTIONS, 0)[0] & PefParameter.ALERT) != 0;
        Ipv4 address = destination().address();
        return on && !address.isNone() && policies().isPresent() ? Optional.of(address) : Optional.empty();
    }

    /** Sends them there. @param community of the SNMP traps, at most 18 characters */
    public void sendTo(Ipv4 receiver, String community) throws IpmiException, InterruptedException {
        if (!destination().isTrapTo(receiver)) {
            var destination = LanDestination.trap(DESTINATION, receiver);
            lan.set(LanParameter.DESTINATION_TYPE, destination.type());
            lan.set(LanParameter.DESTINATION_ADDRESS, destination.whereTo());
        }
        setCommunity(community);
        letTheChannelAlert();
        if (policies().isEmpty()) {
            set(PefParameter.POLICY, AlertPolicy.always(1, POLICY, lan.channel(), DESTINATION).encode());
        }
        filterEverything();
        switchOn(PefParameter.ACTIONS, PefParameter.ALERT, true);
        switchOn(PefParameter.CONTROL, PefParameter.ENABLED, true);
    }

    /** Sends them nowhere: the destination is emptied; filters may do other things than alerting and stay. */
    public void sendNowhere() throws IpmiException, InterruptedException {
        if (!destination().address().isNone()) {
            lan.set(LanParameter.DESTINATION_ADDRESS, LanDestination.trap(DESTINATION, Ipv4.NONE).whereTo());
        }
        switchOn(PefParameter.ACTIONS, PefParameter.ALERT, false);
    }

    private LanDestination destination() throws IpmiException, InterruptedException {
        try {
            return LanDestination.decode(lan.get(LanParameter.DESTINATION_TYPE, DESTINATION),
                    lan.get(LanParameter.DESTINATION_ADDRESS, DESTINATION));
        } catch (MalformedIpmiMessage e) {
            throw new ProtocolViolation(bmc.target().address(), e.getMessage());
        }
    }

    private void setCommunity(String community) throws IpmiException, InterruptedException {
        byte[] wanted = new byte[LanParameter.COMMUNITY.length()];
        byte[] text = community.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, wanted, 0, Math.min(text.length, wanted.length));
        if (!Arrays.equals(wanted, lan.get(LanParameter.COMMUNITY, 0))) {
            lan.set(LanParameter.COMMUNITY, wanted);
        }
    }

    private void letTheChannelAlert() throws IpmiException, InterruptedException {
        for (Kept kept : Kept.values()) {
            var access = bmc.send(new ChannelAccess.Get(lan.channel(), kept));
            if (!access.alerts()) {
                bmc.send(new ChannelAccess.Set(lan.channel(), kept, access.withAlerting(true)));
            }
        }
    }

    /** The entry that leads to the destination, if there is one that is on. */
    private Optional<AlertPolicy> policies() throws IpmiException, InterruptedException {
        int count = pef(PefParameter.POLICY_COUNT, 0)[0] & COUNT_MASK;
        for (int entry = 1; entry <= count; entry++) {
            try {
                var policy = AlertPolicy.decode(pef(PefParameter.POLICY, entry));
                if (policy.enabled() && policy.policy() == POLICY && policy.isFor(lan.channel(), DESTINATION)) {
                    return Optional.of(policy);
                }
            } catch (MalformedIpmiMessage e) {
                throw new ProtocolViolation(bmc.target().address(), e.getMessage());
            }
        }
        return Optional.empty();
    }

    /** One filter that lets every event alert: one that does already, else the first that is off, else the last. */
    private void filterEverything() throws IpmiException, InterruptedException {
        int count = pef(PefParameter.FILTER_COUNT, 0)[0] & COUNT_MASK;
        int free = 0;
        for (int entry = 1; entry <= count; entry++) {
            EventFilter filter;
            try {
                filter = EventFilter.decode(pef(PefParameter.FILTER, entry));
            } catch (MalformedIpmiMessage e) {
                throw new ProtocolViolation(bmc.target().address(), e.getMessage());
            }
            if (filter.alerts(POLICY) && filter.matchesEverything()) {
                return;
            }
            if (free == 0 && !filter.isEnabled()) {
                free = entry;
            }
        }
        if (count > 0) {
            set(PefParameter.FILTER, EventFilter.everything(free == 0 ? count : free, POLICY).encode());
        }
    }

    private void switchOn(PefParameter parameter, int bit, boolean on) throws IpmiException, InterruptedException {
        int present = pef(parameter, 0)[0] & 0xFF;
        int wanted = on ? present | bit : present & ~bit;
        if (wanted != present) {
            set(parameter, new byte[] {(byte) wanted});
        }
    }

    private byte[] pef(PefParameter parameter, int entry) throws IpmiException, InterruptedException {
        return bmc.send(new PefParameter.Get(parameter, entry));
    }

    private void set(PefParameter parameter, byte[] value) throws IpmiException, InterruptedException {
        bmc.send(new PefParameter.Set(parameter, value));
    }
}
