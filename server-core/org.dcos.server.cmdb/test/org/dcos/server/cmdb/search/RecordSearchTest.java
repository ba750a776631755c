package org.dcos.server.cmdb.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import org.dcos.domain.cmdb.AddressState;
import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.CableState;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.PortKind;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.search.Hit;
import org.dcos.domain.search.Hit.Match;
import org.dcos.server.cmdb.MemoryBmcStore;
import org.dcos.server.cmdb.MemoryItemStore;
import org.dcos.server.cmdb.WriterTurn;
import org.dcos.server.cmdb.live.LiveRecords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordSearchTest {

    private final LiveRecords records = new LiveRecords(new MemoryItemStore(), new MemoryBmcStore(), _ -> {},
            new WriterTurn(), () -> Instant.EPOCH);
    private final RecordSearch search = new RecordSearch(records);

    private final Server web = server("web-1", "SN001", Optional.of("A-77"), Map.of("team", "blue"));
    private final Server other = server("web-10", "WEB-1-X", Optional.empty(), Map.of());
    private final Port nic = port(web, "eth0", Optional.of("00:1b:44:11:3a:b7"));
    private final Port peer = port(other, "eth0", Optional.empty());

    private static Server server(String name, String serial, Optional<String> tag, Map<String, String> labels) {
        return new Server(UUID.randomUUID(), 0, name, serial, tag, "", "", "", Optional.empty(),
                LifecycleState.PLANNED, Optional.empty(), Optional.empty(), Optional.empty(), labels, Map.of());
    }

    private static Port port(Server server, String name, Optional<String> mac) {
        return new Port(UUID.randomUUID(), 0, server.id(), name, PortKind.NETWORK, "", OptionalInt.empty(), mac,
                Optional.empty(), false, Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), "", Map.of(),
                Map.of());
    }

    @BeforeEach
    void record() throws Problem {
        var cable = new Cable(UUID.randomUUID(), 0, nic.id(), peer.id(), CableState.CONNECTED, "", "",
                Optional.empty(), "K-0815", Map.of(), Map.of());
        var address = new IpAddress(UUID.randomUUID(), 0, Optional.empty(), "2001:db8::1", AddressState.ASSIGNED,
                Optional.of(web.id()), "web-1.example", "", Optional.empty(), Optional.empty(), Map.of(), Map.of());
        records.commit("", "", List.of(new Edit.Put(web), new Edit.Put(other), new Edit.Put(nic), new Edit.Put(peer),
                new Edit.Put(cable), new Edit.Put(address)));
    }

    @Test
    void exactComesBeforePrefixBeforeContained() throws Problem {
        assertThat(search.find(" WEB-1 ", 10)).extracting(Hit::name, Hit::match).containsExactly(
                org.assertj.core.groups.Tuple.tuple("web-1", Match.EXACT),
                org.assertj.core.groups.Tuple.tuple("web-10", Match.PREFIX),
                org.assertj.core.groups.Tuple.tuple("2001:db8::1", Match.PREFIX));
        assertThat(search.find("001", 10)).extracting(Hit::field, Hit::match)
                .contains(org.assertj.core.groups.Tuple.tuple("serial", Match.CONTAINED));
    }

    @Test
    void aMacIsFoundInAnyNotation() throws Problem {
        for (String typed : List.of("00:1b:44:11:3a:b7", "00-1B-44-11-3A-B7", "001b.4411.3ab7", "001B44113AB7")) {
            assertThat(search.find(typed, 5)).first().satisfies(hit -> {
                assertThat(hit.id()).isEqualTo(nic.id());
                assertThat(hit.name()).isEqualTo("web-1 eth0");
                assertThat(hit.match()).isEqualTo(Match.EXACT);
            });
        }
        assertThat(search.find("3a:b7", 5)).extracting(Hit::id).containsExactly(nic.id());
    }

    @Test
    void everythingElseThatIsKnownOfAThingFindsIt() throws Problem {
        assertThat(search.find("a-77", 5)).extracting(Hit::field).containsExactly("assetTag");
        assertThat(search.find("blue", 5)).extracting(Hit::id).containsExactly(web.id());
        assertThat(search.find("0815", 5)).extracting(Hit::kind).containsExactly(Kind.CABLE);
        assertThat(search.find("2001:0db8:0:0:0:0:0:1", 5)).extracting(Hit::match, Hit::place)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Match.EXACT, "web-1"));
        assertThat(search.find("web-10 eth", 5)).extracting(Hit::id).containsExactly(peer.id());
    }

    @Test
    void nothingIsFoundByNothingAndTheLimitHolds() throws Problem {
        assertThat(search.find("  ", 5)).isEmpty();
        assertThat(search.find("no such thing", 5)).isEmpty();
        assertThat(search.find("e", 2)).hasSize(2);
        assertThatThrownBy(() -> search.find("e", 0)).isInstanceOf(Invalid.class);
    }
}
