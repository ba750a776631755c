package org.dcos.lab.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.dcos.lab.Lab;
import org.dcos.lab.LabOptions;
import org.dcos.lab.network.Fault;
import org.dcos.lab.sensor.LabSensor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ControlPortTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static Lab lab;
    private static ControlPort control;

    @BeforeAll
    static void start() throws IOException {
        lab = Lab.start(LabOptions.DEFAULT.withServers(20).withBaseAddress("127.85.0.0"));
        control = new ControlPort(lab.bmcs(), 0);
    }

    @AfterAll
    static void end() {
        control.close();
        lab.close();
    }

    @Test
    void a_bmc_is_shown_with_its_power_and_sensors() throws Exception {
        var answer = get("/bmcs/1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"number\": 1", "\"name\": \"srv-a01-01\"", "\"fault\": \"\"",
                "\"power\": true, \"sessions\": 0, ", "\"name\": \"Inlet Temp\"",
                "\"fru\": {\"serial\": \"%s\"".formatted(lab.bmc(1).server().serial()));
    }

    @Test
    void all_bmcs_are_listed() throws Exception {
        assertThat(get("/bmcs").body().lines()).hasSize(20);
    }

    @Test
    void a_fault_comes_and_goes() throws Exception {
        assertThat(post("/bmcs/2/fault", "{\"fault\":\"silent\"}").body()).contains("\"fault\": \"silent\"");
        assertThat(lab.bmc(2).fault()).isEqualTo(Fault.SILENT);

        post("/bmcs/2/fault", "{\"fault\":null}");
        assertThat(lab.bmc(2).fault()).isEqualTo(Fault.NONE);
    }

    @Test
    void a_sensor_is_pinned_and_released() throws Exception {
        post("/bmcs/3/sensor", "{\"name\":\"P5V\",\"value\":4}");
        assertThat(lab.bmc(3).simulator().read(LabSensor.P5V)).hasValueCloseTo(4.0, within(0.02));

        post("/bmcs/3/sensor", "{\"name\":\"P5V\",\"value\":null}");
        assertThat(lab.bmc(3).simulator().isPinned(LabSensor.P5V)).isFalse();
    }

    @Test
    void power_is_switched() throws Exception {
        post("/bmcs/4/power", "{\"on\":false}");
        assertThat(lab.bmc(4).simulator().isOn()).isFalse();

        post("/bmcs/4/power", "{\"on\":true}");
        assertThat(lab.bmc(4).simulator().isOn()).isTrue();
    }

    @Test
    void what_cannot_be_done_is_told() throws Exception {
        assertThat(get("/bmcs/21").statusCode()).isEqualTo(404);
        assertThat(get("/bmcs/21").body()).contains("There is no BMC 21, there are 1 to 20.");
        assertThat(get("/elsewhere").statusCode()).isEqualTo(404);
        assertThat(get("/bmcs/1/power").statusCode()).isEqualTo(405);
        assertThat(post("/bmcs/1/fault", "{\"fault\":\"fire\"}").body())
                .contains("can be one of silent, slow, wrong-password, garbage, flapping, or empty");
        assertThat(post("/bmcs/1/sensor", "{\"name\":\"Nose\",\"value\":1}").statusCode()).isEqualTo(400);
        assertThat(post("/bmcs/1/power", "on").statusCode()).isEqualTo(400);
    }

    @Test
    void web_pages_are_refused() throws Exception {
        var request = HttpRequest.newBuilder(uri("/bmcs/1")).header("Origin", "http://example.org").build();

        assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(control.port(), path));
    }
}
