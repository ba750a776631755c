package org.dcos.server.oob.bringup;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcDriver;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcIdentity;
import org.dcos.domain.bmc.BmcSetup;
import org.dcos.domain.bmc.BmcSetup.LanSettings;
import org.dcos.domain.bmc.BmcSetup.LanSettings.Source;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.bringup.Arrival;
import org.dcos.domain.bringup.Arrival.Cause;
import org.dcos.domain.bringup.ArrivalStore.Kept;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.Prefix;
import org.dcos.domain.cmdb.PrefixState;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.EventPublisher;
import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.AddressPlan;
import org.dcos.domain.ip.Cidr;
import org.dcos.domain.ip.IpFamily;
import org.dcos.domain.ip.PlanOrder;
import org.dcos.domain.ip.WireCheck;
import org.dcos.domain.ip.WireFinding;
import org.dcos.domain.monitor.PollNow;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.dcos.server.oob.NetworkMove;

/**
 * Gives a BMC the address that is recorded for it. The address is the server's in the records before the BMC has it, so
 * that no other gets it; when the BMC does not answer there, the change is taken back at the address it had.
 */
final class StaticAddress {

    /** So often it is tried again when the order did not reach the BMC. */
    private static final int UNCHANGED_TRIES = 2;

    private final BmcDriver driver;
    private final BmcSetup setup;
    private final NetworkMove move;
    private final BmcStore bmcs;
    private final BmcRecord record;
    private final AddressPlan plan;
    private final WireCheck wire;
    private final EventPublisher events;
    private final PollNow poll;
    private final Book book;
    private final Logins logins;
    private final Planned planned;
    private final Settings settings;
    private final Milestones milestones;
    private final Duration patience;

    /** @param patience how long a BMC may take to come back at another address */
    StaticAddress(Hands hands, Book book, Logins logins, Planned planned, Settings settings, Milestones milestones,
            Duration patience) {
        this.driver = hands.driver();
        this.setup = hands.setup();
        this.move = new NetworkMove(driver, setup, hands.clock(), patience);
        this.bmcs = hands.bmcs();
        this.record = new BmcRecord(hands.bmcs(), hands.events());
        this.plan = hands.addresses();
        this.wire = hands.wire();
        this.events = hands.events();
        this.poll = hands.poll();
        this.book = book;
        this.logins = logins;
        this.planned = planned;
        this.settings = settings;
        this.milestones = milestones;
        this.patience = patience;
    }

    Step.Done take(Kept kept) throws Stuck, BmcFailure, Problem, InterruptedException {
        BmcIdentity identity = kept.arrival().identity().orElseThrow();
        if (kept.intent().lanNext().isPresent()) {
            String there = kept.intent().lanNext().get().address();
            if (isItself(kept, there, identity)) {
                return moved(kept, there);
            }
        }
        Recorded recorded = recorded(kept);
        milestones.passed("address recorded");
        LanSettings now = setup.lan(logins.endpoint(kept));
        if (now.source() == Source.STATIC && now.address().equals(recorded.address())) {
            return moved(kept, recorded.address());
        }
        if (!now.address().equals(recorded.address())) {
            requireSilent(recorded.address());
        }
        var next = new LanSettings(Source.STATIC, recorded.address(), recorded.mask(), recorded.gateway(), now.vlan(),
                now.mac());
        Kept meant = book.save(new Kept(kept.arrival(), kept.intent().withLan(Optional.of(now), Optional.of(next))));
        milestones.passed("address meant");
        move.give(logins.endpoint(meant), next);
        milestones.passed("address given");
        if (answers(meant, next.address(), identity)) {
            return moved(meant, next.address());
        }
        throw takenBack(meant, now, next, identity);
    }

    private boolean answers(Kept kept, String address, BmcIdentity identity)
            throws Stuck, BmcFailure, InterruptedException {
        return move.awaited(login(kept, address), () -> List.of(address), identity).isPresent();
    }

    private boolean isItself(Kept kept, String address, BmcIdentity identity)
            throws Stuck, BmcFailure, InterruptedException {
        return move.isItself(login(kept, address), identity);
    }

    private BmcEndpoint login(Kept kept, String address) throws Stuck {
        return NetworkMove.at(logins.endpoint(kept), address);
    }

    private Step.Done moved(Kept kept, String address) throws Problem {
        Arrival arrival = kept.arrival();
        Bmc bmc = planned.recorded(arrival);
        if (!bmc.address().equals(address)) {
            driver.forget(bmc.address(), bmc.port());
            Optional<Bmc> stale = bmcs.byAddress(address, bmc.port());
            if (stale.isPresent() && bmcs.delete(stale.get().id())) {
                events.publish(new DomainEvent.BmcDeleted(stale.get().id()));
            }
            record.write(() -> {
                Bmc now = planned.recorded(arrival);
                return new Bmc(now.id(), now.version(), address, now.port(), now.credential(), now.server(),
                        now.identity(), now.identified());
            });
        }
        arrival.server().ifPresent(poll::pollNow);
        return new Step.Done(new Kept(arrival.at(address), kept.intent().withLan(Optional.empty(), Optional.empty())),
                "It has the static address %s and answers there.".formatted(address));
    }

    /** Goes back to how it was, where it still answers. */
    private Stuck takenBack(Kept kept, LanSettings before, LanSettings next, BmcIdentity identity)
            throws Stuck, BmcFailure, InterruptedException {
        if (!isItself(kept, kept.arrival().address(), identity)) {
            return Stuck.until(Cause.ADDRESS_LOST,
                    "It was given %s and answers neither there nor at %s.".formatted(next.address(),
                            kept.arrival().address()),
                    "Look at its network port and VLAN. When it asks for an address again it is found by itself; "
                            + "%s stays kept for it.".formatted(next.address()));
        }
        BmcEndpoint endpoint = logins.endpoint(kept);
        LanSettings now = setup.lan(endpoint);
        if (now.source() == before.source() && now.address().equals(before.address())) {
            if (kept.intent().tries() < UNCHANGED_TRIES) {
                return Stuck.forNow(Cause.SILENT, "It was to get %s and has not taken it; it is still at %s.".formatted(
                        next.address(), kept.arrival().address()), "Nothing: it is tried again by itself.");
            }
        } else {
            setup.lan(endpoint, before);
        }
        book.save(new Kept(kept.arrival(), kept.intent().withLan(Optional.empty(), Optional.empty())));
        return Stuck.until(Cause.ADDRESS_LOST,
                "It was given %s and did not answer there within %d s; it is back at %s.".formatted(next.address(),
                        patience.toSeconds(), kept.arrival().address()),
                "Look whether %s is reached from here (VLAN, gateway %s), then try it again.".formatted(next.address(),
                        next.gateway().orElse("none")));
    }

    private void requireSilent(String address) throws Stuck, InterruptedException {
        WireFinding found = wire.ask(List.of(Address.parse(address))).getFirst();
        if (found.outcome() == WireFinding.Outcome.ANSWERED) {
            throw Stuck.until(Cause.NO_ADDRESS,
                    "Its address %s is used by something else: %s".formatted(address, found.told()),
                    "Find out what uses it and take it off, or record another address for this server.");
        }
    }

    private record Recorded(String address, String mask, Optional<String> gateway) {}

    /** The address that is the server's; where it has none, the next free one of its place becomes so. */
    private Recorded recorded(Kept kept) throws Stuck, Problem {
        UUID id = kept.arrival().server().orElseThrow();
        Server server = planned.server(id).orElseThrow(() -> NotFound.of("server", id));
        Port port = planned.bmcPort(server, kept.arrival().mac());
        Optional<String> held = held(port.id()).or(() -> held(server.id()));
        String address = held.isPresent() ? held.get() : next(server, port, kept.arrival().address());
        Prefix prefix = prefix(address).orElseThrow(() -> Stuck.until(Cause.NO_ADDRESS,
                "Its recorded address %s is in no recorded prefix, so its mask and gateway are not known.".formatted(
                        address),
                "Record the prefix, then try it again."));
        return new Recorded(address, mask(Cidr.parse(prefix.cidr()).length()), prefix.gateway());
    }

    private Optional<String> held(UUID holder) {
        return planned.addressesOf(holder).stream().map(IpAddress::address)
                .filter(text -> Address.parse(text).family() == IpFamily.IPV4)
                .filter(text -> prefix(text).filter(one -> one.purpose().equalsIgnoreCase(settings.now().purpose()))
                        .isPresent())
                .findFirst();
    }

    private Optional<Prefix> prefix(String address) {
        Address wanted = Address.parse(address);
        return planned.prefixes().stream().filter(prefix -> prefix.vrf().isEmpty())
                .filter(prefix -> Cidr.parse(prefix.cidr()).contains(wanted))
                .max(Comparator.comparingInt(prefix -> Cidr.parse(prefix.cidr()).length()));
    }

    /** Of the network that it hangs in, if that has the right purpose; else by the place of the server. */
    private String next(Server server, Port port, String present) throws Stuck, Problem {
        Optional<Room> room = server.mounting().flatMap(mounting -> planned.item(Rack.class, mounting.rack()))
                .flatMap(rack -> planned.item(Room.class, rack.room()));
        String purpose = settings.now().purpose();
        try {
            Optional<UUID> here = prefix(present).filter(one -> one.purpose().equalsIgnoreCase(purpose))
                    .filter(one -> one.state() == PrefixState.ACTIVE).map(Prefix::id);
            return plan.carryOut(new PlanOrder.TakeAddresses(here, purpose, room.map(Room::idc),
                    room.map(Room::id), Optional.of(IpFamily.IPV4), 1, false, List.of(), false,
                    Optional.of(port.id()), "", "BMC of " + server.name(),
                    "static address of the BMC of " + server.name())).addresses().getFirst().address();
        } catch (Conflict e) {
            throw Stuck.until(Cause.NO_ADDRESS,
                    "There is no address for it: %s".formatted(e.getMessage()),
                    "Record a prefix of purpose '%s' for %s with room in it, then try it again.".formatted(purpose,
                            room.map(Room::name).orElse("its room")));
        }
    }

    private static String mask(int length) {
        int bits = length == 0 ? 0 : -1 << 32 - length;
        return Stream.of(24, 16, 8, 0).map(shift -> Integer.toString(bits >>> shift & 0xFF))
                .reduce((a, b) -> a + "." + b).orElseThrow();
    }
}
