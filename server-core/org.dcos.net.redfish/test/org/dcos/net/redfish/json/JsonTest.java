package org.dcos.net.redfish.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JsonTest {

    private static Json json(String text) throws MalformedJson {
        return JsonBody.read("/redfish/v1/Systems/1", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void takes_numbers_in_texts_and_texts_of_numbers() throws Exception {
        Json json = json("{\"a\": \"41.5\", \"b\": 7, \"c\": \" x \", \"d\": \"\", \"e\": null, \"f\": true}");

        assertThat(json.number("a")).contains(41.5);
        assertThat(json.text("b")).contains("7");
        assertThat(json.text("c")).contains("x");
        assertThat(json.text("d")).isEmpty();
        assertThat(json.number("e")).isEmpty();
        assertThat(json.flag("f")).contains(true);
        assertThat(json.integer("a")).isEmpty();
    }

    @Test
    void takes_what_is_of_another_type_for_not_told() throws Exception {
        Json json = json("{\"a\": [1], \"b\": {\"c\": 1}, \"l\": [1, {\"@odata.id\": \"/x\"}, null, \"t\"]}");

        assertThat(json.text("a")).isEmpty();
        assertThat(json.number("b")).isEmpty();
        assertThat(json.object("a").isEmpty()).isTrue();
        assertThat(json.objects("b")).isEmpty();
        assertThat(json.links("l")).containsExactly("/x");
        assertThat(json.texts("l")).containsExactly("1", "t");
    }

    @Test
    void says_where_something_lacks() {
        assertThatThrownBy(() -> json("{\"Boot\": {\"Target\": 3}}").object("Boot").needObject("Target"))
                .isInstanceOf(MalformedJson.class)
                .hasMessage("/redfish/v1/Systems/1#/Boot/Target: a number where an object has to be");
    }

    @Test
    void reads_times_with_every_offset_in_use() throws Exception {
        Json json = json("{\"a\": \"2026-11-26T06:00:00Z\", \"b\": \"2026-11-26T14:00:00+08:00\", "
                + "\"c\": \"2026-11-26T14:00:00+0800\", \"d\": \"2026-11-26T06:00:00.25\", \"e\": \"soon\"}");

        Instant six = Instant.parse("2026-11-26T06:00:00Z");
        assertThat(json.time("a")).contains(six);
        assertThat(json.time("b")).contains(six);
        assertThat(json.time("c")).contains(six);
        assertThat(json.time("d")).contains(six.plusMillis(250));
        assertThat(json.time("e")).isEmpty();
    }

    @Test
    void refuses_what_is_too_deep_or_no_object() {
        assertThatThrownBy(() -> json("{\"a\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}"))
                .isInstanceOf(MalformedJson.class).hasMessageContaining("no JSON");
        assertThatThrownBy(() -> json("[1]")).isInstanceOf(MalformedJson.class)
                .hasMessage("/redfish/v1/Systems/1: an array where an object has to be");
        assertThatThrownBy(() -> json("<html>")).isInstanceOf(MalformedJson.class);
        assertThatThrownBy(() -> json("{} {}")).isInstanceOf(MalformedJson.class);
        assertThatThrownBy(() -> JsonBody.read("/x", new byte[JsonBody.LONGEST + 1]))
                .isInstanceOf(MalformedJson.class).hasMessageContaining("more than");
    }
}
