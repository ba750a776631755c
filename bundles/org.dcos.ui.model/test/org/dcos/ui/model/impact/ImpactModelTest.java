package org.dcos.ui.model.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.CableState;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.PortKind;
import org.dcos.domain.impact.Hurt;
import org.dcos.domain.impact.Hurt.Cause;
import org.dcos.domain.impact.Hurt.Severity;
import org.dcos.domain.impact.ImpactGraph;
import org.dcos.domain.impact.Impacts;
import org.dcos.domain.impact.Trace;
import org.dcos.domain.impact.Trace.Line;
import org.dcos.domain.impact.Trace.Stop;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.FakeServerCore;
import org.dcos.ui.model.Samples;
import org.dcos.ui.model.TestRealm;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.text.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImpactModelTest implements Impacts {

    private static final UUID FEED = new UUID(7, 1);
    private static final Port ETH0 = port(1, "eth0", PortKind.NETWORK);
    private static final Port ETH1 = port(2, "eth1", PortKind.NETWORK);
    private static final Port UPLINK = port(3, "port7", PortKind.NETWORK);
    private static final Port FRONT = port(4, "front 2", PortKind.FRONT);
    private static final Port REAR = port(5, "rear", PortKind.REAR);
    private static final UUID SWITCH = new UUID(8, 1);
    private static final UUID PANEL = new UUID(8, 2);

    private final TestRealm realm = new TestRealm();
    private final FakeServerCore server = new FakeServerCore();
    private final EstateModel estates = new EstateModel(realm, Runnable::run, (_, work) -> work.run());
    private final Texts texts = Texts.load(Locale.ENGLISH);
    private final ImpactModel impact = new ImpactModel(estates, texts);
    private final TraceModel traces = new TraceModel(estates, texts);
    private final List<Hurt> hurt = new ArrayList<>();
    private int asked;

    private static Port port(int number, String name, PortKind kind) {
        return new Port(new UUID(5, number), 1, Samples.WEB.id(), name, kind, "", OptionalInt.empty(),
                Optional.empty(), Optional.empty(), false, Optional.empty(), OptionalInt.empty(), OptionalInt.empty(),
                "", java.util.Map.of(), java.util.Map.of());
    }

    @Override
    public Page<Hurt> of(UUID gone, PageRequest page) throws Problem {
        asked++;
        if (!gone.equals(FEED)) {
            throw NotFound.of("thing", gone);
        }
        var part = hurt.stream().skip(page.offset()).limit(2).toList();
        return new Page<>(part, page.offset(), hurt.size());
    }

    @Override
    public ImpactGraph graph(UUID thing, int most) {
        return new ImpactGraph(List.of(new ImpactGraph.Thing(Kind.POWER_FEED, FEED, "A01-A", "", Optional.empty())),
                List.of(), List.of(new ImpactGraph.Count(Kind.SERVER, 1, 2), new ImpactGraph.Count(Kind.PDU, 1, 0)),
                List.of(new ImpactGraph.Share(new UUID(6, 1), "billing", 1, 0)), 3);
    }

    private static Stop stop(Port port, UUID device, String name, boolean cable) {
        Optional<Line> line = cable ? Optional.of(new Line(new UUID(9, port.id().getLeastSignificantBits()), "C-1",
                CableState.CONNECTED, "Cat6A", "blue", Optional.of(2.5))) : Optional.empty();
        return new Stop(port.id(), Optional.of(device), name, "A01", port.name(), Optional.of(port.kind()), "", line);
    }

    @Override
    public Trace trace(UUID port) {
        if (port.equals(ETH0.id())) {
            return new Trace(List.of(stop(ETH0, Samples.WEB.id(), "srv-a01-01", false)), 0);
        }
        return new Trace(List.of(stop(ETH1, Samples.WEB.id(), "srv-a01-01", true),
                stop(FRONT, PANEL, "pp-1", false), stop(REAR, PANEL, "pp-1", true),
                stop(UPLINK, SWITCH, "tor-1", false)), 0);
    }

    private static Hurt hit(int number, String name, Severity severity) {
        return new Hurt(Kind.SERVER, new UUID(4, number), name, "not racked", severity, Cause.POWER,
                List.of("A01-A", "pdu-1", name));
    }

    @BeforeEach
    void connect() {
        server.impacts = Optional.of(this);
        server.records.put(Samples.WEB, ETH0, ETH1);
        hurt.addAll(List.of(hit(1, "a", Severity.LOST), hit(2, "b", Severity.DEGRADED),
                hit(3, "c", Severity.DEGRADED)));
        estates.connect(server);
        realm.runPosted();
    }

    @Test
    void what_is_hit_is_loaded_page_by_page_counted_and_can_be_copied() {
        impact.show(Kind.POWER_FEED, FEED);
        realm.runPosted();

        var sight = impact.sight().getValue();
        assertThat(sight.title()).isEqualTo("Power feed A01-A");
        assertThat(sight.rows()).extracting(HurtRow::name).containsExactly("a", "b", "c");
        assertThat(sight.summary())
                .isEqualTo("Servers: 1 lost, 2 degraded · PDUs: 1 lost · 3 more are only in the list");
        assertThat(sight.businesses()).containsExactly("billing: 1 lost, 0 degraded");
        assertThat(impact.text().lines()).last()
                .isEqualTo("degraded\tServer\tc\tnot racked\tpower\tA01-A → pdu-1 → c");
    }

    @Test
    void the_same_again_asks_nothing_and_what_cannot_be_found_says_why() {
        impact.show(Kind.POWER_FEED, FEED);
        realm.runPosted();
        int before = asked;
        impact.show(Kind.POWER_FEED, FEED);
        realm.runPosted();
        assertThat(asked).isEqualTo(before);

        impact.show(Kind.SERVER, Samples.WEB.id());
        realm.runPosted();
        assertThat(impact.sight().getValue().problem()).isNotEmpty();
        assertThat(impact.sight().getValue().graph()).isEmpty();
    }

    @Test
    void of_a_device_the_first_port_with_a_cable_is_followed_and_another_can_be_chosen() {
        traces.show(Kind.SERVER, Samples.WEB.id());
        realm.runPosted();

        var sight = traces.sight().getValue();
        assertThat(sight.title()).isEqualTo("srv-a01-01");
        assertThat(sight.ports()).extracting(PortRow::name, PortRow::far).containsExactly(
                org.assertj.core.groups.Tuple.tuple("eth0", ""), org.assertj.core.groups.Tuple.tuple("eth1",
                        "tor-1 port7"));
        assertThat(sight.chosen()).hasValue(ETH1.id());

        traces.choose(ETH0.id());
        realm.runPosted();
        assertThat(traces.sight().getValue().legs()).hasSize(1);
    }

    @Test
    void a_way_goes_in_at_one_port_of_a_panel_and_out_at_another() {
        var legs = TraceLeg.of(trace(ETH1.id()));

        assertThat(legs).extracting(TraceLeg::in).containsExactly("", "front 2", "port7");
        assertThat(legs).extracting(TraceLeg::out).containsExactly("eth1", "rear", "");
        assertThat(legs).extracting(leg -> leg.cable().isPresent()).containsExactly(true, true, false);
        assertThat(legs.stream().map(leg -> leg.station(leg.stop().device().orElseThrow().equals(Samples.WEB.id()))))
                .containsExactly(TraceLeg.Station.SERVER, TraceLeg.Station.PANEL, TraceLeg.Station.NETWORK_DEVICE);
        assertThat(legs).noneMatch(TraceLeg::open);
    }

    @Test
    void a_way_that_ends_in_a_panel_is_open() {
        var legs = TraceLeg.of(new Trace(List.of(stop(ETH1, Samples.WEB.id(), "srv", true),
                stop(FRONT, PANEL, "pp-1", false), stop(REAR, PANEL, "pp-1", false)), 0));

        assertThat(legs).hasSize(2);
        assertThat(legs.getLast().open()).isTrue();
    }

    @Test
    void what_has_no_cables_leaves_the_trace_as_it_is() {
        traces.show(Kind.SERVER, Samples.WEB.id());
        realm.runPosted();
        traces.show(Kind.RACK, Samples.A01.id());
        realm.runPosted();

        assertThat(traces.sight().getValue().title()).isEqualTo("srv-a01-01");
    }
}
