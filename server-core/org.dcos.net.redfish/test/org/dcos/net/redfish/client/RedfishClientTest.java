package org.dcos.net.redfish.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.dcos.net.redfish.json.JsonBody;
import org.dcos.net.redfish.peer.FakeService;
import org.dcos.net.redfish.peer.FakeService.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedfishClientTest {

    private static final RedfishLogin LOGIN = RedfishLogin.of("admin", "secret".toCharArray());
    private static final String SYSTEM = "/redfish/v1/Systems/1";

    private final Map<RedfishTarget, Fingerprint> pins = new ConcurrentHashMap<>();
    private FakeService service;
    private RedfishClient client;

    @BeforeEach
    void start() throws Exception {
        service = new FakeService();
        client = new RedfishClient(RedfishOptions.defaults().withWaits(Duration.ofSeconds(2), Duration.ofSeconds(5),
                Duration.ofMillis(700)), (target, shown) -> pins.computeIfAbsent(target, _ -> shown));
        service.get(SYSTEM, "{\"@odata.id\": \"%s\", \"Name\": \"s\"}".formatted(SYSTEM));
    }

    @AfterEach
    void end() {
        client.close();
        service.close();
    }

    private RedfishConnection connection() {
        return client.connect(service.target(), LOGIN, Urgency.OPERATOR);
    }

    @Test
    void opens_one_session_for_many_requests_and_ends_it() throws Exception {
        connection().get(SYSTEM);
        connection().get(SYSTEM);
        client.forget(service.target());

        assertThat(service.asked("POST", "/redfish/v1/Sessions")).hasSize(1).first()
                .satisfies(login -> assertThat(login.body()).contains("admin").contains("secret"));
        assertThat(service.asked("GET", SYSTEM)).hasSize(2)
                .allSatisfy(asked -> assertThat(asked.header("X-Auth-Token")).isPresent());
        assertThat(service.asked("DELETE", "/redfish/v1/Sessions/1")).hasSize(1);
    }

    @Test
    void opens_a_session_anew_when_it_has_run_out() throws Exception {
        connection().get(SYSTEM);
        var first = new AtomicInteger();
        service.on("GET", SYSTEM, _ -> first.getAndIncrement() == 0 ? new Answer(401, "") : new Answer(200, "{}"));

        connection().get(SYSTEM);

        assertThat(service.asked("POST", "/redfish/v1/Sessions")).hasSize(2);
    }

    @Test
    void tries_a_wrong_login_once() {
        service.on("POST", "/redfish/v1/Sessions", new Answer(401, ""));

        assertThatThrownBy(() -> connection().get(SYSTEM)).isInstanceOf(WrongLogin.class)
                .hasMessageContaining("refuses the login of 'admin'").hasMessageNotContaining("secret");
        assertThat(service.asked("POST", "/redfish/v1/Sessions")).hasSize(1);
        assertThat(service.asked("GET", SYSTEM)).isEmpty();
    }

    @Test
    void sends_user_and_password_to_a_service_without_sessions_or_with_none_left() throws Exception {
        service.on("POST", "/redfish/v1/Sessions", new Answer(503, """
                {"error": {"@Message.ExtendedInfo": [{"MessageId": "Base.1.8.SessionLimitExceeded"}]}}"""));

        connection().get(SYSTEM);

        assertThat(service.asked("GET", SYSTEM).getFirst().header("Authorization"))
                .contains("Basic YWRtaW46c2VjcmV0");
    }

    @Test
    void changes_under_the_etag_and_reads_anew_when_somebody_was_faster() throws Exception {
        var version = new AtomicInteger(1);
        service.on("GET", SYSTEM, _ -> new Answer(200, "{}", "ETag", "\"v%d\"".formatted(version.get())));
        service.on("PATCH", SYSTEM, asked -> {
            if (version.compareAndSet(1, 2)) { // another change in between
                return new Answer(412, "");
            }
            return asked.header("If-Match").filter("\"v2\""::equals).isPresent() ? new Answer(204, "")
                    : new Answer(412, "");
        });

        connection().patch(SYSTEM, Map.of("AssetTag", "7"));

        assertThat(service.asked("PATCH", SYSTEM)).hasSize(2);
    }

    @Test
    void tells_a_remark_about_a_property_as_a_refusal() {
        service.on("PATCH", SYSTEM, new Answer(200, """
                {"AssetTag@Message.ExtendedInfo": [{"MessageId": "Base.1.8.PropertyNotWritable",
                 "MessageArgs": ["AssetTag"], "Severity": "Warning", "Resolution": "Remove it."}]}"""));

        assertThatThrownBy(() -> connection().patch(SYSTEM, Map.of("AssetTag", "7")))
                .isInstanceOf(RedfishRefused.class)
                .hasMessageEndingWith("the property AssetTag cannot be written. Remove it.");
    }

    @Test
    void waits_for_a_task_and_tells_how_it_ended() throws Exception {
        var polls = new AtomicInteger();
        service.on("POST", "/redfish/v1/act", new Answer(202, "{}", "Location", "/redfish/v1/TaskMonitors/1"));
        service.on("GET", "/redfish/v1/TaskMonitors/1", _ -> polls.incrementAndGet() < 2
                ? new Answer(202, "{\"TaskState\": \"Running\"}", "Retry-After", "0")
                : new Answer(200, "{\"TaskState\": \"Exception\", \"Messages\": [{\"Message\": \"No disk.\"}]}"));

        assertThatThrownBy(() -> connection().post("/redfish/v1/act", Map.of())).isInstanceOf(RedfishRefused.class)
                .hasMessageContaining("No disk.");
        service.on("GET", "/redfish/v1/TaskMonitors/1", new Answer(202, "{\"TaskState\": \"Running\"}"));
        assertThatThrownBy(() -> connection().post("/redfish/v1/act", Map.of())).isInstanceOf(TaskUnfinished.class);
        service.on("GET", "/redfish/v1/TaskMonitors/1", new Answer(204, ""));
        assertThat(connection().post("/redfish/v1/act", Map.of()).status()).isEqualTo(204);
    }

    @Test
    void sends_no_password_to_a_service_with_another_certificate() throws Exception {
        connection().get(SYSTEM);
        Fingerprint known = pins.get(service.target());
        int port = service.target().port();
        client.close();
        service.close();
        service = FakeService.withOtherCertificate(port);
        client = new RedfishClient(RedfishOptions.defaults(), (target, _) -> pins.get(target));

        var refused = catchThrowableOfType(OtherCertificateShown.class, () -> connection().get(SYSTEM));

        assertThat(refused.expected()).isEqualTo(known);
        assertThat(refused.shown()).isNotEqualTo(known);
        assertThat(refused).hasMessageContaining("no password was sent");
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void never_follows_a_link_to_another_machine() throws Exception {
        connection().get("https://elsewhere.example" + SYSTEM);

        assertThat(service.asked("GET", SYSTEM)).hasSize(1);
        assertThatThrownBy(() -> connection().get("nowhere")).isInstanceOf(ProtocolViolation.class);
    }

    @Test
    void takes_no_answer_without_end() {
        service.get(SYSTEM, "{\"a\": \"" + "x".repeat(JsonBody.LONGEST) + "\"}");

        assertThatThrownBy(() -> connection().get(SYSTEM)).isInstanceOf(ProtocolViolation.class)
                .hasMessageContaining("more than");
    }

    @Test
    void says_what_is_no_redfish_service() {
        service.get("/redfish/v1/", "<html>");

        assertThatThrownBy(() -> client.greet(service.target(), Duration.ofSeconds(2)))
                .isInstanceOf(NotRedfish.class);
        assertThatThrownBy(() -> client.greet(new RedfishTarget("127.0.0.1", 1), Duration.ofSeconds(2)))
                .isInstanceOf(ServiceSilent.class).hasMessageContaining("does not answer over HTTPS");
    }
}
