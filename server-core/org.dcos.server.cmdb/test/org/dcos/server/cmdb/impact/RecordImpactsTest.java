package org.dcos.server.cmdb.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.NetworkDevice;
import org.dcos.domain.cmdb.NetworkRole;
import org.dcos.domain.cmdb.Pdu;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.PortKind;
import org.dcos.domain.cmdb.PowerFeed;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.impact.Hurt;
import org.dcos.domain.impact.Hurt.Cause;
import org.dcos.domain.impact.Hurt.Severity;
import org.dcos.domain.impact.Trace;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.dcos.server.cmdb.MemoryBmcStore;
import org.dcos.server.cmdb.MemoryItemStore;
import org.dcos.server.cmdb.WriterTurn;
import org.dcos.server.cmdb.live.LiveRecords;
import org.junit.jupiter.api.Test;

class RecordImpactsTest {

    private static final PageRequest ALL = new PageRequest(0, 1000);

    private static RecordImpacts over(SmallEstate estate) throws Problem {
        var records = new LiveRecords(new MemoryItemStore(), new MemoryBmcStore(), _ -> {}, new WriterTurn(),
                () -> Instant.EPOCH);
        records.commit("", "", estate.edits());
        return new RecordImpacts(records);
    }

    private static Set<UUID> ids(List<Hurt> hurt, Severity severity) {
        return hurt.stream().filter(h -> h.severity() == severity).map(Hurt::id).collect(Collectors.toSet());
    }

    @Test
    void whatIsToldIsWhatTheRulesSayForEveryThingOfManyEstates() throws Problem {
        for (int seed = 1; seed <= 60; seed++) {
            var random = new Random(seed);
            SmallEstate estate = SmallEstate.drawn(random);
            RecordImpacts impacts = over(estate);
            for (int i = 0; i < 8; i++) {
                Item gone = SmallEstate.any(random, estate.items);
                List<Hurt> hurt = impacts.of(gone.id(), ALL).items();
                var brute = new BruteForce(estate.items, gone.id());

                assertThat(ids(hurt, Severity.LOST)).as("lost with %s, seed %d", gone, seed)
                        .isEqualTo(brute.told(brute.lost));
                assertThat(ids(hurt, Severity.DEGRADED)).as("degraded with %s, seed %d", gone, seed)
                        .isEqualTo(brute.told(brute.degraded));
                assertThat(hurt).allSatisfy(h -> assertThat(h.path()).last().isEqualTo(h.name()));
            }
        }
    }

    /** A server with two supplies on two PDUs, and one cable each to two switches under a core. */
    private static final class Redundant {
        final SmallEstate estate = new SmallEstate();
        final Rack rack = estate.rack();
        final PowerFeed a = estate.feed(rack);
        final PowerFeed b = estate.feed(rack);
        final Pdu left = estate.pdu(rack);
        final Pdu right = estate.pdu(rack);
        final Server server = estate.server(Optional.of(rack), Optional.empty());
        final Rack other = estate.rack();
        final NetworkDevice core = estate.network(other, NetworkRole.CORE);
        final NetworkDevice one = estate.network(other, NetworkRole.ACCESS);
        final NetworkDevice two = estate.network(other, NetworkRole.ACCESS);

        Redundant() {
            power(a, left);
            power(b, right);
            estate.cable(estate.port(one, PortKind.NETWORK).id(), estate.port(core, PortKind.NETWORK).id());
            estate.cable(estate.port(two, PortKind.NETWORK).id(), estate.port(core, PortKind.NETWORK).id());
            estate.cable(estate.port(server, PortKind.NETWORK).id(), estate.port(one, PortKind.NETWORK).id());
            estate.cable(estate.port(server, PortKind.NETWORK).id(), estate.port(two, PortKind.NETWORK).id());
        }

        private void power(PowerFeed feed, Pdu pdu) {
            Port inlet = estate.port(pdu, PortKind.POWER_INLET);
            estate.cable(feed.id(), inlet.id());
            Port outlet = estate.port(pdu, PortKind.POWER_OUTLET, Optional.of(inlet), false, 1);
            estate.cable(outlet.id(), estate.port(server, PortKind.POWER_INLET).id());
        }
    }

    @Test
    void oneOfTwoSuppliesDegradesAndTellsTheWay() throws Problem {
        var r = new Redundant();

        List<Hurt> hurt = over(r.estate).of(r.a.id(), ALL).items();

        assertThat(hurt).extracting(Hurt::id).containsExactly(r.left.id(), r.server.id());
        assertThat(hurt).extracting(Hurt::severity).containsExactly(Severity.LOST, Severity.DEGRADED);
        assertThat(hurt).extracting(Hurt::cause).containsOnly(Cause.POWER);
        assertThat(hurt.getLast().path()).containsExactly(r.a.name(), r.left.name(), r.server.name());
    }

    @Test
    void aRackTakesWhatStandsInItAndASwitchOnlyTheSpare() throws Problem {
        var r = new Redundant();
        RecordImpacts impacts = over(r.estate);

        assertThat(ids(impacts.of(r.rack.id(), ALL).items(), Severity.LOST))
                .containsExactlyInAnyOrder(r.left.id(), r.right.id(), r.server.id(), r.a.id(), r.b.id());
        assertThat(ids(impacts.of(r.one.id(), ALL).items(), Severity.DEGRADED))
                .containsExactlyInAnyOrder(r.server.id(), r.core.id());
        assertThat(ids(impacts.of(r.core.id(), ALL).items(), Severity.LOST))
                .containsExactlyInAnyOrder(r.one.id(), r.two.id(), r.server.id());
        assertThatThrownBy(() -> impacts.of(UUID.randomUUID(), ALL)).isInstanceOf(NotFound.class);
    }

    @Test
    void aTraceGoesThroughPanelsFromEndToEndWhereverItBegins() throws Problem {
        var estate = new SmallEstate();
        Rack rack = estate.rack();
        Server server = estate.server(Optional.of(rack), Optional.empty());
        NetworkDevice tor = estate.network(rack, NetworkRole.ACCESS);
        NetworkDevice near = estate.network(rack, NetworkRole.OTHER);
        NetworkDevice far = estate.network(rack, NetworkRole.OTHER);
        Port nic = estate.port(server, PortKind.NETWORK);
        Port nearRear = estate.port(near, PortKind.REAR);
        Port nearFront = estate.port(near, PortKind.FRONT, Optional.of(nearRear), false, 2);
        estate.port(near, PortKind.FRONT, Optional.of(nearRear), false, 1);
        Port farRear = estate.port(far, PortKind.REAR);
        Port farFront = estate.port(far, PortKind.FRONT, Optional.of(farRear), false, 2);
        estate.port(far, PortKind.FRONT, Optional.of(farRear), false, 1);
        Port uplink = estate.port(tor, PortKind.NETWORK);
        estate.cable(nic.id(), nearFront.id());
        estate.cable(nearRear.id(), farRear.id());
        estate.cable(farFront.id(), uplink.id());
        RecordImpacts impacts = over(estate);

        List<UUID> way = List.of(nic.id(), nearFront.id(), nearRear.id(), farRear.id(), farFront.id(), uplink.id());
        assertThat(impacts.trace(nic.id()).stops()).extracting(Trace.Stop::id).isEqualTo(way);
        assertThat(impacts.trace(uplink.id()).stops()).extracting(Trace.Stop::id).isEqualTo(way.reversed());
        Trace middle = impacts.trace(nearFront.id());
        assertThat(middle.stops().get(middle.start()).id()).isEqualTo(nearFront.id());
        assertThat(middle.stops()).extracting(Trace.Stop::id).isIn(way, way.reversed());
        assertThat(impacts.trace(nic.id()).stops()).extracting(stop -> stop.cable().isPresent())
                .containsExactly(true, false, true, false, true, false);
    }
}
