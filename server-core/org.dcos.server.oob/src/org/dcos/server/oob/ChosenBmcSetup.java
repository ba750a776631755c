package org.dcos.server.oob;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.dcos.domain.Secret;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcSetup;
import org.dcos.server.oob.redfish.Failures;
import org.dcos.server.oob.redfish.RedfishBmcSetup;
import org.dcos.server.oob.redfish.RedfishConversations;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sets BMCs up over Redfish where they have it, else over IPMI. An account goes by its number, and each has numbers of
 * its own: what was read over one is changed over the same. What only IPMI knows stays with IPMI: its own weaknesses,
 * the watchdog, DCMI power, alerts.
 */
@Component(service = BmcSetup.class)
public final class ChosenBmcSetup implements BmcSetup {

    private final RedfishConversations choice;
    private final RedfishBmcSetup redfish;
    private final IpmiBmcSetup ipmi;

    @Activate
    public ChosenBmcSetup(@Reference RedfishConversations choice, @Reference RedfishBmcSetup redfish,
            @Reference IpmiBmcSetup ipmi) {
        this.choice = choice;
        this.redfish = redfish;
        this.ipmi = ipmi;
    }

    private interface Reading<R> {
        R go() throws BmcFailure, InterruptedException;
    }

    private interface Order {
        void go() throws BmcFailure, InterruptedException;
    }

    private boolean byRedfish(BmcEndpoint bmc) {
        return choice.has(bmc.address(), bmc.port());
    }

    private <R> R either(BmcEndpoint bmc, Reading<R> overRedfish, Reading<R> overIpmi)
            throws BmcFailure, InterruptedException {
        if (!byRedfish(bmc)) {
            return overIpmi.go();
        }
        try {
            return overRedfish.go();
        } catch (BmcFailure e) {
            if (!Failures.isNotOffered(e)) {
                throw e;
            }
            return overIpmi.go();
        }
    }

    private void either(BmcEndpoint bmc, Order overRedfish, Order overIpmi) throws BmcFailure, InterruptedException {
        either(bmc, () -> {
            overRedfish.go();
            return Boolean.TRUE;
        }, () -> {
            overIpmi.go();
            return Boolean.TRUE;
        });
    }

    /** Each tells parts that the other does not know: of a sort that both tell, Redfish counts. */
    @Override
    public List<Part> parts(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        if (!byRedfish(bmc)) {
            return ipmi.parts(bmc);
        }
        var parts = new ArrayList<Part>();
        try {
            parts.addAll(redfish.parts(bmc));
        } catch (BmcFailure e) {
            if (!Failures.isNotOffered(e)) {
                throw e;
            }
        }
        var told = EnumSet.noneOf(Part.Kind.class);
        parts.forEach(part -> told.add(part.kind()));
        try {
            ipmi.parts(bmc).stream().filter(part -> !told.contains(part.kind())).forEach(parts::add);
        } catch (BmcFailure e) {
            if (parts.isEmpty()) {
                throw e;
            }
        }
        return parts;
    }

    @Override
    public List<BmcUser> users(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        return byRedfish(bmc) ? redfish.users(bmc) : ipmi.users(bmc);
    }

    @Override
    public void user(BmcEndpoint bmc, BmcUser user) throws BmcFailure, InterruptedException {
        if (byRedfish(bmc)) {
            redfish.user(bmc, user);
        } else {
            ipmi.user(bmc, user);
        }
    }

    @Override
    public BmcUser make(BmcEndpoint bmc, BmcUser user, Secret password) throws BmcFailure, InterruptedException {
        return byRedfish(bmc) ? redfish.make(bmc, user, password) : ipmi.make(bmc, user, password);
    }

    @Override
    public void password(BmcEndpoint bmc, int user, Secret password) throws BmcFailure, InterruptedException {
        if (byRedfish(bmc)) {
            redfish.password(bmc, user, password);
        } else {
            ipmi.password(bmc, user, password);
        }
    }

    @Override
    public LanSettings lan(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        return either(bmc, () -> redfish.lan(bmc), () -> ipmi.lan(bmc));
    }

    @Override
    public void lan(BmcEndpoint bmc, LanSettings settings) throws BmcFailure, InterruptedException {
        either(bmc, () -> redfish.lan(bmc, settings), () -> ipmi.lan(bmc, settings));
    }

    @Override
    public Instant clock(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        return either(bmc, () -> redfish.clock(bmc), () -> ipmi.clock(bmc));
    }

    @Override
    public void clock(BmcEndpoint bmc, Instant time) throws BmcFailure, InterruptedException {
        either(bmc, () -> redfish.clock(bmc, time), () -> ipmi.clock(bmc, time));
    }

    @Override
    public Set<Weakness> weaknesses(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        try {
            return ipmi.weaknesses(bmc);
        } catch (BmcFailure e) {
            if (e.kind() == BmcFailure.Kind.SILENT && byRedfish(bmc) && redfish.ipmiIsOff(bmc)) {
                return Set.of();
            }
            throw e;
        }
    }

    @Override
    public void close(BmcEndpoint bmc, Weakness weakness) throws BmcFailure, InterruptedException {
        ipmi.close(bmc, weakness);
    }

    @Override
    public void reset(BmcEndpoint bmc, boolean cold) throws BmcFailure, InterruptedException {
        either(bmc, () -> redfish.reset(bmc), () -> ipmi.reset(bmc, cold));
    }

    @Override
    public Optional<Watchdog> watchdog(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        return ipmi.watchdog(bmc);
    }

    @Override
    public void stopWatchdog(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        ipmi.stopWatchdog(bmc);
    }

    @Override
    public Optional<PowerDraw> draw(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        return ipmi.draw(bmc);
    }

    @Override
    public void powerLimit(BmcEndpoint bmc, Optional<Integer> watts) throws BmcFailure, InterruptedException {
        ipmi.powerLimit(bmc, watts);
    }

    @Override
    public Optional<String> alertsTo(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        return ipmi.alertsTo(bmc);
    }

    @Override
    public void alertsTo(BmcEndpoint bmc, Optional<String> address) throws BmcFailure, InterruptedException {
        ipmi.alertsTo(bmc, address);
    }
}
