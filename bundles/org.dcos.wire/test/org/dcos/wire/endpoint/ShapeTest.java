package org.dcos.wire.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.ServerFilter;
import org.dcos.domain.problem.Invalid;
import org.junit.jupiter.api.Test;

class ShapeTest {

    private final Shape<CmdbEndpoints.ListServers> servers = CmdbEndpoints.LIST_SERVERS.shape();
    private final Shape<MonitorEndpoints.ListSeries> series = MonitorEndpoints.LIST_SERIES.shape();

    @Test
    void nested_records_lie_flat_in_the_query() {
        var filter = new ServerFilter(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(LifecycleState.ACTIVE), Optional.of("a b&c"));
        assertThat(servers.query(new CmdbEndpoints.ListServers(filter, new PageRequest(10, 50))))
                .isEqualTo("state=ACTIVE&text=a+b%26c&offset=10&limit=50");
    }

    @Test
    void the_standard_part_of_a_list_is_the_first_hundred() throws Invalid {
        assertThat(servers.read(Map.of(), Map.of(), null))
                .isEqualTo(new CmdbEndpoints.ListServers(ServerFilter.NONE, new PageRequest(0, 100)));
    }

    @Test
    void labels_are_given_one_by_one() throws Invalid {
        var request = new MonitorEndpoints.ListSeries("m", new TreeMap<>(Map.of("sensor", "Inlet: 1", "server", "x")),
                PageRequest.ALL);
        String query = series.query(request);
        assertThat(query).startsWith("metric=m&label=sensor%3AInlet%3A+1&label=server%3Ax");
        assertThat(series.read(Map.of(), Query.parse(query), null)).isEqualTo(request);
    }

    @Test
    void ids_lie_in_the_path() {
        var id = new UUID(1, 2);
        assertThat(CmdbEndpoints.GET_SERVER.request(new Endpoint.ById(id)).path()).isEqualTo("/api/v1/servers/" + id);
    }

    @Test
    void what_is_missing_doubled_or_unknown_is_named() {
        assertThat(violations(Map.of())).containsExactly(new Invalid.Violation("metric", "This parameter is missing."));
        assertThat(violations(Map.of("metric", List.of("a", "b")))).extracting(Invalid.Violation::field)
                .containsExactly("metric");
        assertThat(violations(Map.of("metric", List.of("a"), "label", List.of("novalue"))))
                .extracting(Invalid.Violation::field).containsExactly("label");
        assertThat(violations(Map.of("metric", List.of("a"), "x", List.of("")))).singleElement()
                .satisfies(v -> assertThat(v.message()).contains("label, limit, metric, offset"));
    }

    private List<Invalid.Violation> violations(Map<String, List<String>> query) {
        return catchThrowableOfType(Invalid.class, () -> series.read(Map.of(), query, null)).violations();
    }
}
