package org.dcos.server.oob.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.dcos.domain.PageRequest;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcIdentity;
import org.dcos.domain.bmc.BmcSetup.LanSettings;
import org.dcos.domain.bmc.BmcSetup.LanSettings.Source;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.bmcsetup.AccessChange.SetNetwork;
import org.dcos.domain.bmcsetup.BmcSetupStore;
import org.dcos.domain.bmcsetup.BmcSetupStore.Intent;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.ItemFilter;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.Records;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.EventPublisher;
import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.WireCheck;
import org.dcos.domain.ip.WireFinding;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Problem;
import org.dcos.server.oob.NetworkMove;

/** Changes where BMCs are reached. The record of a BMC follows it; one that does not come back is taken back. */
final class Networks {

    private final NetworkMove move;
    private final BmcStore bmcs;
    private final BmcSetupStore store;
    private final Records records;
    private final WireCheck wire;
    private final EventPublisher events;
    /** Where machines have got addresses lately, by MAC: of those that are on their way to DHCP. */
    private final Map<String, String> leases = new ConcurrentHashMap<>();

    Networks(NetworkMove move, BmcStore bmcs, BmcSetupStore store, Records records, WireCheck wire,
            EventPublisher events) {
        this.move = move;
        this.bmcs = bmcs;
        this.store = store;
        this.records = records;
        this.wire = wire;
        this.events = events;
    }

    void leased(String mac, String address) {
        leases.computeIfPresent(mac, (_, _) -> address);
    }

    String set(Subject subject, SetNetwork change) throws BmcFailure, Problem, InterruptedException {
        BmcEndpoint bmc = subject.endpoint();
        BmcIdentity identity = move.driver().identify(bmc);
        LanSettings now = move.setup().lan(bmc);
        LanSettings next = wanted(change, now);
        if (same(now, next)) {
            return "Its network is as wanted already.";
        }
        boolean goes = next.source() == Source.STATIC && !next.address().equals(now.address());
        if (goes) {
            requireFree(subject, next.address());
        }
        store.save(Intent.network(subject.bmc().id(), now, next));
        leases.put(now.mac(), bmc.address());
        try {
            move.give(bmc, next);
            Optional<String> there = move.awaited(bmc, () -> places(bmc, next), identity);
            if (there.isEmpty()) {
                throw takenBack(subject, now, next, identity);
            }
            follow(subject.bmc().id(), there.get());
            store.settle(subject.bmc().id());
            return requireTaken(subject, NetworkMove.at(bmc, there.get()), next);
        } finally {
            leases.remove(now.mac());
        }
    }

    private static LanSettings wanted(SetNetwork change, LanSettings now) {
        return change.source() == Source.STATIC
                ? new LanSettings(Source.STATIC, change.address().orElse(now.address()),
                        change.mask().orElse(now.mask()), change.gateway(), change.vlan(), now.mac())
                : new LanSettings(change.source(), now.address(), now.mask(), now.gateway(), change.vlan(), now.mac());
    }

    private static boolean same(LanSettings told, LanSettings wanted) {
        boolean addresses = wanted.source() != Source.STATIC || told.address().equals(wanted.address())
                && told.mask().equals(wanted.mask()) && told.gateway().equals(wanted.gateway());
        return addresses && told.source() == wanted.source() && told.vlan().equals(wanted.vlan());
    }

    /** Where it may be after the change. */
    private Collection<String> places(BmcEndpoint before, LanSettings next) {
        if (next.source() == Source.STATIC) {
            return List.of(next.address());
        }
        var places = new LinkedHashSet<String>();
        Optional.ofNullable(leases.get(next.mac())).ifPresent(places::add);
        places.add(before.address());
        return places;
    }

    private void requireFree(Subject subject, String address) throws Problem, InterruptedException {
        Optional<Bmc> other = bmcs.byAddress(address, subject.bmc().port());
        if (other.isPresent()) {
            throw new Conflict("%s is the address of another known BMC. Take another one, or forget that BMC."
                    .formatted(address));
        }
        for (IpAddress recorded : list(IpAddress.class, ItemFilter.field("address", address))) {
            if (recorded.holder().isPresent() && !isOf(subject, recorded.holder().get())) {
                throw new Conflict("%s is recorded for something else. Take another address, or change the record."
                        .formatted(address));
            }
        }
        WireFinding found = wire.ask(List.of(Address.parse(address))).getFirst();
        if (found.outcome() == WireFinding.Outcome.ANSWERED) {
            throw new Conflict("%s is used by something: %s. Find out what it is, or take another address.".formatted(
                    address, found.told()));
        }
    }

    private boolean isOf(Subject subject, UUID holder) throws Problem {
        if (subject.bmc().server().isEmpty()) {
            return false;
        }
        String server = subject.bmc().server().get().toString();
        return holder.toString().equals(server) || list(Port.class, ItemFilter.field("device", server)).stream()
                .anyMatch(port -> port.id().equals(holder));
    }

    private <T extends org.dcos.domain.cmdb.Item> List<T> list(Class<T> type, ItemFilter filter) throws Problem {
        return records.list(type, filter, new PageRequest(0, 1_000)).items();
    }

    private String requireTaken(Subject subject, BmcEndpoint there, LanSettings next)
            throws BmcFailure, Conflict, InterruptedException {
        LanSettings told = move.setup().lan(there);
        if (!same(told, next)) {
            throw new Conflict("%s answers at %s, but has not taken all of it; it tells %s.".formatted(subject.name(),
                    there.address(), words(told)));
        }
        return "It answers at %s: %s.".formatted(there.address(), words(told));
    }

    private static String words(LanSettings lan) {
        var words = new ArrayList<String>();
        words.add(switch (lan.source()) {
            case STATIC -> "static " + lan.address();
            case DHCP -> "DHCP";
            case OTHER -> "an address of the BIOS or another";
        });
        words.add("mask " + lan.mask());
        words.add("gateway " + lan.gateway().orElse("none"));
        words.add(lan.vlan().map(vlan -> "VLAN " + vlan).orElse("untagged"));
        return String.join(", ", words);
    }

    /** Goes back to how it was, where it still answers. */
    private Conflict takenBack(Subject subject, LanSettings before, LanSettings next, BmcIdentity identity)
            throws BmcFailure, InterruptedException {
        BmcEndpoint bmc = subject.endpoint();
        if (!move.isItself(bmc, identity)) {
            return new Conflict(("%s answers neither at %s nor at %s. Look at its network port and VLAN. It goes on "
                    + "being looked for at both.").formatted(subject.name(), next.address(), bmc.address()));
        }
        LanSettings now = move.setup().lan(bmc);
        if (!same(now, before)) {
            move.setup().lan(bmc, before);
        }
        store.settle(subject.bmc().id());
        return new Conflict(("%s did not answer at %s within %d s; it is back at %s. Look whether %s is reached from "
                + "here (VLAN, gateway %s).").formatted(subject.name(), next.address(), move.patience().toSeconds(),
                        bmc.address(), next.address(), next.gateway().orElse("none")));
    }

    /**
     * Looks for a BMC whose network was under way when somebody was interrupted, or which was lost.
     *
     * @return whether it was found
     */
    boolean settled(Bmc bmc, BmcEndpoint login, LanSettings before, LanSettings next)
            throws BmcFailure, Conflict, InterruptedException {
        if (bmc.identity().isEmpty()) {
            return false;
        }
        for (String address : new LinkedHashSet<>(List.of(next.address(), bmc.address(), before.address()))) {
            if (move.isItself(NetworkMove.at(login, address), bmc.identity().get())) {
                follow(bmc.id(), address);
                store.settle(bmc.id());
                return true;
            }
        }
        return false;
    }

    private void follow(UUID id, String address) throws Conflict {
        Optional<Bmc> now = bmcs.bmc(id);
        if (now.isEmpty() || now.get().address().equals(address)) {
            return;
        }
        Bmc bmc = now.get();
        Bmc saved = bmcs.save(new Bmc(bmc.id(), bmc.version(), address, bmc.port(), bmc.credential(), bmc.server(),
                bmc.identity(), bmc.identified()));
        move.driver().forget(bmc.address(), bmc.port());
        events.publish(new DomainEvent.BmcSaved(saved));
    }
}
