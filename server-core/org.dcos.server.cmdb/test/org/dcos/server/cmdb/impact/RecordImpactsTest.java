package org.dcos.server.cmdb.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.NetworkDevice;
import org.dcos.domain.cmdb.NetworkRole;
import org.dcos.domain.cmdb.Pdu;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.PortKind;
import org.dcos.domain.cmdb.PowerFeed;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.impact.Hurt;
import org.dcos.domain.impact.ImpactGraph;
import org.dcos.domain.impact.Hurt.Cause;
import org.dcos.domain.impact.Hurt.Severity;
import org.dcos.domain.impact.Trace;
import org.dcos.domain.problem.Invalid;
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
        assertThat(impacts.of(r.one.id(), ALL).items()).extracting(Hurt::id, Hurt::severity)
                .containsExactly(tuple(r.server.id(), Severity.DEGRADED));
        assertThat(impacts.of(r.server.id(), ALL).items()).as("switches are as well without it").isEmpty();
        assertThat(ids(impacts.of(r.core.id(), ALL).items(), Severity.LOST))
                .containsExactlyInAnyOrder(r.one.id(), r.two.id(), r.server.id());
        assertThatThrownBy(() -> impacts.of(UUID.randomUUID(), ALL)).isInstanceOf(NotFound.class);
    }

    @Test
    void aGraphDrawsWhatAThingHangsOnAndWhatIsHitByIt() throws Problem {
        var r = new Redundant();
        var graph = over(r.estate).graph(r.left.id(), 100);

        assertThat(graph.things()).first().extracting(ImpactGraph.Thing::id).isEqualTo(r.left.id());
        assertThat(graph.things()).extracting(ImpactGraph.Thing::id, ImpactGraph.Thing::hit).contains(
                tuple(r.a.id(), Optional.empty()), tuple(r.rack.id(), Optional.empty()),
                tuple(r.server.id(), Optional.of(Severity.DEGRADED)));
        assertThat(graph.ties()).contains(new ImpactGraph.Tie(r.a.id(), r.left.id(), Cause.POWER),
                new ImpactGraph.Tie(r.left.id(), r.server.id(), Cause.POWER),
                new ImpactGraph.Tie(r.rack.id(), r.left.id(), Cause.PLACE));
        assertThat(graph.counts()).containsExactly(new ImpactGraph.Count(Kind.SERVER, 0, 1));
        assertThat(graph.left()).isZero();
    }

    @Test
    void aGraphOfAServerShowsItsSuppliesAndSwitchesAndThoseOfTheSwitchesTowardsTheWayOut() throws Problem {
        var r = new Redundant();
        var graph = over(r.estate).graph(r.server.id(), 100);

        assertThat(graph.ties()).contains(new ImpactGraph.Tie(r.right.id(), r.server.id(), Cause.POWER),
                new ImpactGraph.Tie(r.one.id(), r.server.id(), Cause.NETWORK),
                new ImpactGraph.Tie(r.core.id(), r.one.id(), Cause.NETWORK));
        assertThat(graph.ties()).doesNotContain(new ImpactGraph.Tie(r.one.id(), r.core.id(), Cause.NETWORK));
    }

    @Test
    void aGraphLeavesOutWhatIsTooManyAndCountsItAllTheSame() throws Problem {
        var estate = new SmallEstate();
        Rack rack = estate.rack();
        for (int i = 0; i < 10; i++) {
            estate.server(Optional.of(rack), Optional.empty());
        }
        RecordImpacts impacts = over(estate);
        var graph = impacts.graph(rack.id(), 4);

        assertThat(graph.left()).isEqualTo(6);
        assertThat(graph.counts()).containsExactly(new ImpactGraph.Count(Kind.SERVER, 10, 0));
        assertThat(graph.things()).filteredOn(thing -> thing.hit().isPresent()).hasSize(4);
        assertThatThrownBy(() -> impacts.graph(rack.id(), 0)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> impacts.graph(UUID.randomUUID(), 4)).isInstanceOf(NotFound.class);
    }

    @Test
    void everyTieOfAGraphHasBothItsEndsAndEveryHitThingIsReached() throws Problem {
        for (int seed = 1; seed <= 30; seed++) {
            var random = new Random(seed);
            SmallEstate estate = SmallEstate.drawn(random);
            RecordImpacts impacts = over(estate);
            for (int i = 0; i < 6; i++) {
                var graph = impacts.graph(SmallEstate.any(random, estate.items).id(), 5);
                Set<UUID> ids = graph.things().stream().map(ImpactGraph.Thing::id).collect(Collectors.toSet());
                assertThat(graph.things()).extracting(ImpactGraph.Thing::id).doesNotHaveDuplicates();
                assertThat(graph.ties()).allMatch(tie -> ids.contains(tie.from()) && ids.contains(tie.to()));
                Set<UUID> reached = graph.ties().stream().flatMap(tie -> Stream.of(tie.from(), tie.to()))
                        .collect(Collectors.toSet());
                assertThat(graph.things()).filteredOn(thing -> thing.hit().isPresent())
                        .allMatch(thing -> reached.contains(thing.id()));
            }
        }
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
