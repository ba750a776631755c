package org.dcos.server.oob.bringup;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcDriver;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcIdentity;
import org.dcos.domain.bmc.BmcSetup;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.bmc.SerialNumbers;
import org.dcos.domain.bringup.Arrival;
import org.dcos.domain.bringup.Arrival.Cause;
import org.dcos.domain.bringup.ArrivalStore.Kept;
import org.dcos.domain.cmdb.Inventory;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.EventPublisher;
import org.dcos.domain.monitor.PollNow;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Problem;

/** The first steps: a login, who it is, which planned server that is. */
final class Identification {

    /**
     * Accounts are locked after some wrong logins; so many are tried at a time, and then it is left alone for a while.
     */
    private static final int LOGINS_AT_A_TIME = 3;
    private static final Duration PING = Duration.ofMillis(800);
    private static final Set<LifecycleState> ON_ITS_WAY = Set.of(LifecycleState.PLANNED, LifecycleState.DISCOVERED,
            LifecycleState.ACCEPTING_FAILED, LifecycleState.ACCEPTED, LifecycleState.AVAILABLE);

    private final BmcDriver driver;
    private final BmcSetup setup;
    private final BmcStore bmcs;
    private final BmcRecord record;
    private final Inventory inventory;
    private final EventPublisher events;
    private final PollNow poll;
    private final Book book;
    private final Logins logins;
    private final Planned planned;
    private final InstantSource clock;
    /** One at a time decides which server it is, so that two with one serial number cannot both win. */
    private final Object deciding = new Object();

    Identification(Hands hands, Book book, Logins logins, Planned planned) {
        this.driver = hands.driver();
        this.setup = hands.setup();
        this.bmcs = hands.bmcs();
        this.record = new BmcRecord(hands.bmcs(), hands.events());
        this.inventory = hands.inventory();
        this.events = hands.events();
        this.poll = hands.poll();
        this.clock = hands.clock();
        this.book = book;
        this.logins = logins;
        this.planned = planned;
    }

    Step.Done login(Kept kept) throws Stuck, BmcFailure, InterruptedException {
        List<UUID> ladder = logins.ladder(kept);
        int tried = Math.min(kept.intent().tries(), ladder.size());
        List<UUID> now = ladder.subList(tried, Math.min(ladder.size(), tried + LOGINS_AT_A_TIME));
        driver.meet(kept.arrival().address(), kept.arrival().port());
        for (UUID credential : now) {
            var endpoint = logins.endpoint(kept.arrival(), credential);
            try {
                driver.powerState(endpoint);
                Optional<UUID> next = kept.intent().nextLogin().filter(one -> !one.equals(credential));
                return new Step.Done(new Kept(kept.arrival(),
                        kept.intent().withLogin(Optional.of(credential), next).withTries(0)),
                        "The login of user '%s' opens it.".formatted(endpoint.user()));
            } catch (BmcFailure e) {
                if (e.kind() != BmcFailure.Kind.WRONG_CREDENTIAL) {
                    throw e;
                }
            }
        }
        if (tried + now.size() < ladder.size()) {
            book.save(new Kept(kept.arrival(), kept.intent().withTries(tried + now.size())));
            throw Stuck.forNow(Cause.WRONG_LOGIN, "%d of %d first logins were refused.".formatted(tried + now.size(),
                    ladder.size()), "Nothing: the next are tried in five minutes, so that its account is not locked.");
        }
        throw Stuck.until(Cause.WRONG_LOGIN,
                ladder.isEmpty() ? "No first login is known for it."
                        : "All %d first logins were refused.".formatted(
                                ladder.size()),
                "Add its login to the maker's list or to the first logins of its model, then try it again.");
    }

    Step.Done identify(Kept kept) throws Stuck, BmcFailure, Problem, InterruptedException {
        var endpoint = logins.endpoint(kept);
        BmcIdentity identity = driver.identify(endpoint);
        String mac = kept.arrival().mac();
        if (mac.isEmpty()) {
            mac = setup.lan(endpoint).mac();
        }
        var told = new Kept(kept.arrival().told(identity, mac), kept.intent());
        keep(told, planned.bmcOf(told.arrival()).flatMap(Bmc::server));
        return new Step.Done(told, "%s %s, serial number %s, firmware %s".formatted(identity.manufacturer(),
                identity.model(), identity.serial().isEmpty() ? "none" : identity.serial(), identity.firmware()));
    }

    /** Keeps what is known of the BMC itself. */
    private void keep(Kept kept, Optional<UUID> server) throws Conflict {
        UUID login = kept.intent().login().orElseThrow();
        record.write(() -> known(kept.arrival(), login, server));
    }

    private Bmc known(Arrival arrival, UUID login, Optional<UUID> server) {
        Optional<Bmc> known = server.flatMap(bmcs::byServer).or(() -> bmcs.byAddress(arrival.address(),
                arrival.port()));
        Optional<Bmc> there = bmcs.byAddress(arrival.address(), arrival.port())
                .filter(other -> known.isPresent() && !other.id().equals(known.get().id()));
        if (there.isPresent() && bmcs.delete(there.get().id())) { // what was there before has another address now
            events.publish(new DomainEvent.BmcDeleted(there.get().id()));
        }
        return new Bmc(known.map(Bmc::id).orElseGet(UUID::randomUUID), known.map(Bmc::version).orElse(0L),
                arrival.address(), arrival.port(), login, server, arrival.identity(), Optional.of(clock.instant()));
    }

    Step.Done match(Kept kept) throws Stuck, Problem, InterruptedException {
        BmcIdentity identity = kept.arrival().identity().orElseThrow();
        Found found = find(kept, identity);
        Server server = found.server();
        if (!ON_ITS_WAY.contains(server.state())) {
            throw Stuck.until(Cause.RECORDS,
                    "It is %s, which is %s: a machine in use is not brought up.".formatted(server.name(),
                            server.state()),
                    "If it was taken out of use, change its state in the records; else dismiss it.");
        }
        Kept matched;
        synchronized (deciding) {
            requireNoRival(kept, server, identity);
            matched = new Kept(kept.arrival().of(Optional.of(server.id())), kept.intent());
            keep(matched, Optional.of(server.id()));
            if (server.state() == LifecycleState.PLANNED) {
                inventory.save(server.in(LifecycleState.DISCOVERED));
            }
            book.save(matched);
        }
        planned.bmcPort(server, kept.arrival().mac());
        poll.pollNow(server.id());
        return new Step.Done(matched, found.how());
    }

    private record Found(Server server, String how) {}

    private Found find(Kept kept, BmcIdentity identity) throws Stuck {
        if (!kept.intent().assigned().isEmpty() && kept.arrival().server().flatMap(planned::server).isPresent()) {
            Server chosen = kept.arrival().server().flatMap(planned::server).get();
            return new Found(chosen,
                    "It is %s, as was decided: %s".formatted(chosen.name(), kept.intent().assigned()));
        }
        boolean junk = SerialNumbers.junk(identity.serial());
        Optional<Server> bySerial = junk ? Optional.empty() : planned.bySerial(identity.serial());
        if (bySerial.isPresent()) {
            return new Found(bySerial.get(),
                    "%s has the serial number %s.".formatted(bySerial.get().name(), identity.serial()));
        }
        Optional<Server> byMac = planned.byMac(kept.arrival().mac());
        if (byMac.isPresent()) {
            return new Found(byMac.get(), "%s has a port with the MAC %s.".formatted(byMac.get().name(),
                    kept.arrival().mac()));
        }
        Optional<Server> byPort = planned.byRelayPort(kept.intent().relayPort());
        if (byPort.isPresent()) {
            return new Found(byPort.get(), "%s is cabled to the switch port that it asked from, %s.".formatted(
                    byPort.get().name(), kept.intent().relayPort()));
        }
        if (junk) {
            throw Stuck.until(Cause.JUNK_SERIAL,
                    "It tells '%s' for a serial number, which names no machine.".formatted(identity.serial()),
                    "Look at the label of the machine and assign it to the planned server with that number.");
        }
        throw Stuck.until(Cause.STRANGER,
                "No planned server has the serial number %s (%s %s).".formatted(identity.serial(),
                        identity.manufacturer(), identity.model()),
                "Import the purchase list that it is on and try it again, or assign it to a planned server.");
    }

    /** Another BMC that tells the same, and is not this one at an address that it had before. */
    private void requireNoRival(Kept kept, Server server, BmcIdentity identity) throws Stuck, InterruptedException {
        Optional<Kept> other = book.all().stream()
                .filter(one -> !one.arrival().id().equals(kept.arrival().id())
                        && one.arrival().server().equals(Optional.of(server.id())))
                .findFirst();
        if (other.isPresent()) {
            throw rival(identity, server, other.get().arrival().address(), other.get().arrival().mac());
        }
        Optional<Bmc> known = bmcs.byServer(server.id())
                .filter(bmc -> !bmc.address().equals(kept.arrival().address())
                        || bmc.port() != kept.arrival().port());
        if (known.isPresent() && !same(known.get(), identity)
                && driver.ping(known.get().address(), known.get().port(), PING)) {
            throw rival(identity, server, known.get().address(), "");
        }
    }

    private static boolean same(Bmc known, BmcIdentity identity) {
        return known.identity().filter(before -> !before.guid().isEmpty() && before.guid().equals(identity.guid()))
                .isPresent();
    }

    private static Stuck rival(BmcIdentity identity, Server server, String address, String mac) {
        return Stuck.until(Cause.DUPLICATE,
                "The serial number %s of %s is told by another BMC too, at %s%s.".formatted(identity.serial(),
                        server.name(), address, mac.isEmpty() ? "" : " (" + mac + ")"),
                "Find out by the labels which of the two it is: assign this one to the right server, "
                        + "or dismiss the other one and try this one again. Nothing was changed on this one.");
    }
}
