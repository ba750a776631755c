package org.dcos.net.redfish.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dcos.net.redfish.client.RedfishClient;
import org.dcos.net.redfish.client.RedfishLogin;
import org.dcos.net.redfish.client.RedfishOptions;
import org.dcos.net.redfish.client.Urgency;
import org.dcos.net.redfish.model.LogEntry;
import org.dcos.net.redfish.peer.FakeService;
import org.dcos.net.redfish.peer.FakeService.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogReaderTest {

    private static final String ENTRIES = "/redfish/v1/Systems/1/LogServices/SEL/Entries";
    private static final int PAGE = 10;

    private final List<Integer> ids = new ArrayList<>();
    private boolean newestFirst;
    private FakeService service;
    private RedfishClient client;
    private LogReader reader;

    @BeforeEach
    void start() throws Exception {
        service = new FakeService();
        client = new RedfishClient(RedfishOptions.defaults().withWaits(Duration.ofSeconds(2), Duration.ofSeconds(5),
                Duration.ofSeconds(1)), (_, shown) -> shown);
        reader = new LogReader(client.connect(service.target(), RedfishLogin.of("u", "p".toCharArray()),
                Urgency.ROUTINE));
        service.get("/redfish/v1/Systems", "{\"Members\": [{\"@odata.id\": \"/redfish/v1/Systems/1\"}]}");
        service.get("/redfish/v1/Systems/1", "{\"@odata.id\": \"/redfish/v1/Systems/1\", "
                + "\"LogServices\": {\"@odata.id\": \"/redfish/v1/Systems/1/LogServices\"}}");
        service.get("/redfish/v1/Managers", "{\"Members\": [{\"@odata.id\": \"/redfish/v1/Managers/1\"}]}");
        service.get("/redfish/v1/Managers/1", "{\"@odata.id\": \"/redfish/v1/Managers/1\"}");
        service.get("/redfish/v1/Systems/1/LogServices",
                "{\"Members\": [{\"@odata.id\": \"/x\"}, {\"@odata.id\": \"/redfish/v1/Systems/1/LogServices/SEL\"}]}");
        service.get("/redfish/v1/Systems/1/LogServices/SEL",
                ("{\"@odata.id\": \"/redfish/v1/Systems/1/LogServices/SEL\","
                        + "\"Id\": \"SEL\", \"Entries\": {\"@odata.id\": \"%s\"}}").formatted(ENTRIES));
        for (int skip = 0; skip < 5_000; skip++) {
            int from = skip;
            service.on("GET", skip == 0 ? ENTRIES : ENTRIES + "?$skip=" + skip, _ -> page(from));
        }
        grow(35);
    }

    @AfterEach
    void end() {
        client.close();
        service.close();
    }

    private void grow(int count) {
        int next = ids.isEmpty() ? 1 : ids.getLast() + 1;
        IntStream.range(next, next + count).forEach(ids::add);
    }

    private Answer page(int skip) {
        List<Integer> order = newestFirst ? ids.reversed() : ids;
        List<Integer> members = order.stream().skip(skip).limit(PAGE).toList();
        String next = skip + PAGE < order.size()
                ? ", \"Members@odata.nextLink\": \"%s?$skip=%d\"".formatted(ENTRIES, skip + PAGE)
                : "";
        return new Answer(200, "{\"Members\": [%s]%s}".formatted(members.stream().map(id -> """
                {"@odata.id": "%s/%d", "Id": "%d", "Created": "2026-11-26T0%d:00:00Z", "Message": "m"}""".formatted(
                ENTRIES, id, id, id / 1_000)).collect(Collectors.joining(",")), next));
    }

    private List<String> read(LogPosition[] position) throws Exception {
        LogReading reading = reader.read(reader.hardwareLog(), position[0]);
        position[0] = reading.position();
        return reading.entries().stream().map(LogEntry::id).toList();
    }

    @Test
    void reads_a_log_whole_and_then_what_is_new() throws Exception {
        LogPosition[] position = {LogPosition.START};

        assertThat(read(position)).hasSize(35).startsWith("1").endsWith("35");
        assertThat(read(position)).isEmpty();
        grow(2);
        assertThat(read(position)).containsExactly("36", "37");
    }

    @Test
    void tells_how_much_is_in_it_by_a_page() throws Exception {
        service.on("GET", ENTRIES, _ -> new Answer(200, page(0).body().replaceFirst("\\{",
                "{\"Members@odata.count\": %d, ".formatted(ids.size()))));

        LogSummary summary = reader.summary(reader.hardwareLog());

        assertThat(summary.count()).isEqualTo(35);
        assertThat(summary.newest()).isEmpty();
    }

    @Test
    void reads_one_with_the_newest_first_only_as_far_as_needed() throws Exception {
        newestFirst = true;
        LogPosition[] position = {LogPosition.START};
        assertThat(read(position)).hasSize(35).startsWith("1").endsWith("35");
        grow(2);
        int before = service.asked().size();

        assertThat(read(position)).containsExactly("36", "37");

        assertThat(service.asked().stream().skip(before).filter(asked -> asked.path().contains("skip"))).isEmpty();
    }

    @Test
    void skips_what_is_known_where_the_service_can() throws Exception {
        service.on("GET", "/redfish/v1/",
                FakeService.root(", \"ProtocolFeaturesSupported\": {\"TopSkipQuery\": true}"));
        grow(4_000 - 35);
        LogPosition[] position = {LogPosition.START};
        assertThat(read(position)).hasSize(4_000);
        grow(1);
        int before = service.asked().size();

        assertThat(read(position)).containsExactly("4001");

        assertThat(service.asked().stream().skip(before).filter(asked -> asked.path().startsWith(ENTRIES))
                .map(FakeService.Asked::path)).containsExactly(ENTRIES + "?$skip=3999");
    }

    @Test
    void says_when_the_log_was_cleared_in_between() throws Exception {
        LogPosition position = reader.read(reader.hardwareLog(), LogPosition.START).position();
        ids.clear();
        ids.addAll(List.of(900, 901));

        LogReading reading = reader.read(reader.hardwareLog(), position);

        assertThat(reading.gap()).isTrue();
        assertThat(reading.entries()).hasSize(2);
    }
}
