package org.dcos.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import org.dcos.domain.Secret;
import org.dcos.domain.access.ApiToken;
import org.dcos.domain.access.IssuedToken;
import org.dcos.domain.access.Role;
import org.dcos.domain.alert.Alert;
import org.dcos.domain.alert.AlertRule;
import org.dcos.domain.alert.AlertState;
import org.dcos.domain.alert.Condition;
import org.dcos.domain.alert.Ending;
import org.dcos.domain.alert.Finding;
import org.dcos.domain.alert.Severity;
import org.dcos.domain.bmc.BmcTrouble;
import org.dcos.domain.bmc.DiscoveryOrder;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.NumberedEvent;
import org.dcos.domain.metric.RangeQuery;
import org.dcos.domain.problem.Invalid;
import org.junit.jupiter.api.Test;

class JsonTest {

    private static final UUID ID = UUID.fromString("5f3a9c1e-0d6b-4b60-9f5e-2c1f0a7d8e11");
    private static final Server SERVER = new Server(ID, 3, "srv-a01-01", "00SN42", Optional.empty(), "Huawei",
            "2288H V5", "", Optional.of(new Mounting(ID, 12, 2, Face.FRONT)), LifecycleState.ACTIVE);

    @Test
    void leaves_empty_optionals_out_and_keeps_empty_texts() {
        String json = Json.text(SERVER);
        assertThat(json).doesNotContain("assetTag").contains("\"owner\":\"\"", "\"state\":\"ACTIVE\"",
                "\"mounting\":{\"rack\":\"" + ID
                        + "\",\"lowestUnit\":12.0,\"heightUnits\":2.0,\"face\":\"FRONT\",\"fullDepth\":false}");
    }

    @Test
    void reads_back_what_it_wrote() throws Invalid {
        assertThat(Json.<Server>read(Json.text(SERVER), Server.class)).isEqualTo(SERVER);
        var rack = new Rack(ID, 0, ID, "A", "A01", 47, OptionalInt.empty());
        assertThat(Json.text(rack)).doesNotContain("powerBudgetWatts");
        assertThat(Json.<Rack>read(Json.text(rack), Rack.class)).isEqualTo(rack);
        var fed = new Rack(ID, 0, ID, "A", "A01", 47, OptionalInt.of(8000));
        assertThat(Json.<Rack>read(Json.text(fed), Rack.class)).isEqualTo(fed);
    }

    @Test
    void names_the_case_of_a_sealed_type_in_kebab_case() throws Invalid {
        var rule = new AlertRule(ID, 1, "hot", true, Severity.CRITICAL,
                new Condition.SensorLimit("*Inlet*", Optional.of("°C"), true, 42, 40), Duration.ofSeconds(90));
        String json = Json.text(rule);
        assertThat(json).contains("\"type\":\"sensor-limit\"", "\"holdFor\":\"PT1M30S\"");
        assertThat(Json.<AlertRule>read(json, AlertRule.class)).isEqualTo(rule);
        var unreachable = new AlertRule(ID, 1, "gone", true, Severity.CRITICAL, new Condition.BmcUnreachable(),
                Duration.ZERO);
        assertThat(Json.<AlertRule>read(Json.text(unreachable), AlertRule.class)).isEqualTo(unreachable);
    }

    @Test
    void carries_an_alert_with_what_it_found_and_how_it_ended() throws Invalid {
        var silent = new Finding.BmcUnreachable("No answer.", Optional.of(new BmcTrouble("10.0.0.1", 623,
                new BmcTrouble.Cause.NoAnswer(4, Duration.ofMillis(9_300), false))), Duration.ofSeconds(30));
        var alert = new Alert(ID, 1, ID, ID, "", Severity.WARNING, AlertState.RESOLVED, "BMC is unreachable", "srv",
                "No answer. Ended: The BMC answers again.", Instant.EPOCH, Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), "", Optional.of(silent),
                Optional.of(new Ending.Because(Ending.Reason.BMC_ANSWERS)));
        String json = Json.text(alert);
        assertThat(json).contains("\"type\":\"bmc-unreachable\"", "\"type\":\"no-answer\"",
                "\"reason\":\"BMC_ANSWERS\"");
        assertThat(Json.<Alert>read(json, Alert.class)).isEqualTo(alert);
        var plain = new Alert(ID, 1, ID, ID, "", Severity.WARNING, AlertState.FIRING, "what", "srv", "why",
                Instant.EPOCH, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");
        assertThat(Json.<Alert>read(Json.text(plain), Alert.class)).isEqualTo(plain);
    }

    @Test
    void carries_events_with_their_type() throws Invalid {
        var event = new NumberedEvent(7, Instant.parse("2026-07-01T08:00:00.123Z"),
                new DomainEvent.ServerSaved(SERVER));
        assertThat(Json.text(event)).contains("\"at\":\"2026-07-01T08:00:00.123Z\"", "\"type\":\"server-saved\"");
        assertThat(Json.<NumberedEvent>read(Json.text(event), NumberedEvent.class)).isEqualTo(event);
        var resync = new NumberedEvent(8, Instant.EPOCH, new DomainEvent.Resync());
        assertThat(Json.<NumberedEvent>read(Json.text(resync), NumberedEvent.class)).isEqualTo(resync);
    }

    @Test
    void secrets_are_written_in_requests_and_issued_tokens_only() throws Invalid {
        var order = new DiscoveryOrder(List.of(), 623, List.of(new DiscoveryOrder.Login("root", Secret.of("pw\"1"))),
                List.of());
        byte[] request = Json.writeRequest(order);
        assertThat(Json.<DiscoveryOrder>read(request, DiscoveryOrder.class)).isEqualTo(order);
        assertThatThrownBy(() -> Json.write(order)).hasMessageContaining("secret").hasMessageNotContaining("pw");
        var issued = new IssuedToken(new ApiToken(ID, "x", Role.VIEWER, Instant.EPOCH, Optional.empty()),
                Secret.of("tok"));
        assertThat(Json.<IssuedToken>read(Json.write(issued), IssuedToken.class)).isEqualTo(issued);
    }

    @Test
    void lists_maps_and_booleans_may_be_left_out() throws Invalid {
        DiscoveryOrder order = Json.read("{\"port\":623,\"ranges\":[\"10.0.0.1\"]}", DiscoveryOrder.class);
        assertThat(order.logins()).isEmpty();
        assertThat(order.known()).isEmpty();
        RangeQuery query = Json.read(
                "{\"metric\":\"m\",\"from\":\"2026-01-01T00:00:00Z\","
                        + "\"to\":\"2026-01-02T00:00:00Z\",\"step\":\"PT60S\"}",
                RangeQuery.class);
        assertThat(query.labels()).isEqualTo(Map.of());
    }

    @Test
    void a_missing_field_is_named_with_its_path() {
        assertThat(
                violation("{\"name\":\"hot\",\"enabled\":true,\"severity\":\"INFO\",\"holdFor\":\"PT0S\",\"id\":\"" + ID
                        + "\",\"condition\":{\"type\":\"sensor-limit\",\"above\":true,\"raiseAt\":1,\"clearAt\":1}}"))
                                .isEqualTo(new Invalid.Violation("condition.sensor", "This field is missing."));
        assertThat(violation("{\"name\":null,\"enabled\":true,\"severity\":\"INFO\",\"holdFor\":\"PT0S\",\"id\":\"" + ID
                + "\",\"condition\":{\"type\":\"bmc-unreachable\"}}"))
                        .isEqualTo(new Invalid.Violation("name", "This field is missing."));
    }

    @Test
    void an_unknown_field_is_refused_and_the_known_ones_are_named() {
        var violation = violation(
                "{\"nome\":1,\"name\":\"hot\",\"enabled\":true,\"severity\":\"INFO\",\"holdFor\":\"PT0S\",\"id\":\""
                        + ID + "\",\"condition\":{\"type\":\"bmc-unreachable\"}}");
        assertThat(violation.field()).isEqualTo("nome");
        assertThat(violation.message()).contains("not known", "holdFor", "severity");
    }

    @Test
    void a_wrong_type_or_case_says_what_is_expected() {
        assertThat(violation("{\"id\":\"abc\"}")).isEqualTo(new Invalid.Violation("id",
                "An id such as 5f3a9c1e-0d6b-4b60-9f5e-2c1f0a7d8e11 is expected here."));
        assertThat(violation("{\"severity\":\"BAD\"}")).isEqualTo(
                new Invalid.Violation("severity", "One of INFO, WARNING, CRITICAL is expected here."));
        assertThat(violation("{\"condition\":{\"type\":\"x\"}}")).isEqualTo(new Invalid.Violation("condition.type",
                "One of bmc-unreachable, sensor-limit, sensor-own-threshold is expected here."));
        assertThat(violation("{\"holdFor\":\"10 s\"}").message()).contains("PT30S");
        assertThat(violation("{\"name\":7}").message()).isEqualTo("A text is expected here.");
        assertThat(violation("[]").message()).isEqualTo("An object is expected here.");
    }

    @Test
    void broken_json_is_told_with_line_and_column() {
        assertThat(violation("{\n  \"name\": }").message()).contains("line 2, column 1");
        assertThat(violation("{\"name\":\"a\",\"name\":\"b\"}").message()).contains("uplicate");
        assertThat(violation("").message()).isNotBlank();
        assertThat(violation("{} {}").message()).isNotBlank();
        assertThat(violation("[".repeat(5000)).message()).isNotBlank();
    }

    @Test
    void a_rule_of_the_record_itself_names_the_component() {
        Invalid invalid = catchThrowableOfType(Invalid.class,
                () -> Json.read("{\"metric\":\"m\",\"from\":\"2026-01-03T00:00:00Z\","
                        + "\"to\":\"2026-01-02T00:00:00Z\",\"step\":\"PT60S\"}", RangeQuery.class));
        assertThat(invalid.violations().getFirst().field()).isEqualTo("from");
        assertThat(invalid.violations().getFirst().message()).contains("must be before");
    }

    @Test
    void what_was_sent_does_not_come_back_in_the_error() {
        Invalid invalid = catchThrowableOfType(Invalid.class,
                () -> Json.read("{\"logins\":[{\"user\":\"root\",\"password\":hunter2}]}", DiscoveryOrder.class));
        assertThat(invalid).hasMessageNotContaining("hunter2");
    }

    private static Invalid.Violation violation(String json) {
        return catchThrowableOfType(Invalid.class, () -> Json.read(json, AlertRule.class)).violations().getFirst();
    }
}
