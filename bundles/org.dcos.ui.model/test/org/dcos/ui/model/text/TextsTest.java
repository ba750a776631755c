package org.dcos.ui.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.power.PowerAction;
import org.dcos.domain.power.PowerPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    private final Texts english = Texts.load(Locale.ENGLISH);
    private final Texts chinese = Texts.load(Locale.SIMPLIFIED_CHINESE);

    @Test
    void both_languages_have_the_same_keys() throws Exception {
        assertThat(keys("messages.properties")).containsExactlyInAnyOrderElementsOf(keys("messages_zh.properties"));
    }

    private static Iterable<String> keys(String file) throws Exception {
        var properties = new Properties();
        try (var in = new java.io.InputStreamReader(Texts.class.getResourceAsStream(file),
                java.nio.charset.StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties.stringPropertyNames();
    }

    @Test
    void every_value_of_a_closed_set_has_a_word() {
        Stream.of(english, chinese).forEach(texts -> {
            Stream.of(LifecycleState.values())
                    .forEach(state -> assertThat(texts.of("lifecycle", state)).doesNotContain("!"));
            Stream.of(PowerAction.values()).forEach(action -> {
                assertThat(texts.of("action", action)).doesNotContain("!");
                assertThat(texts.of("confirm.message", action)).doesNotContain("!");
            });
            Stream.of(PowerPlan.Warning.values())
                    .forEach(warning -> assertThat(texts.of("warning", warning)).doesNotContain("!"));
        });
    }

    @Test
    void a_missing_key_is_shown_and_breaks_nothing() {
        assertThat(english.get("no.such.key")).isEqualTo("!no.such.key!");
    }

    @Test
    void counts_are_worded_as_people_say_them() {
        assertThat(english.get("places.rooms", 1)).isEqualTo("1 room");
        assertThat(english.get("places.rooms", 2)).isEqualTo("2 rooms");
        assertThat(chinese.get("places.rooms", 2)).isEqualTo("2 个机房");
    }

    @ParameterizedTest
    @CsvSource({"20, 20 s", "89, 89 s", "400, 6 min", "7200, 2 h", "200000, 2 d", "-5, 0 s"})
    void an_age_is_one_number_and_one_unit(long seconds, String text) {
        assertThat(new Ages(english).of(Duration.ofSeconds(seconds))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"44.06, °C, 44.1 °C", "9120, rpm, '9,120 rpm'", "3.333, V, 3.33 V", "12.06, V, 12.06 V",
        "229.6, V, 229.6 V",
        "412.4, W, 412 W"})
    void values_have_as_many_digits_as_the_unit_deserves(double value, String unit, String text) {
        assertThat(new Quantities(Locale.ENGLISH).of(value, unit)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"A2, A10", "a01, A02", "srv-9, srv-10", "A, A1", "Room 02, Room 3"})
    void names_are_ordered_as_people_do(String first, String second) {
        assertThat(NaturalOrder.INSTANCE.compare(first, second)).isNegative();
        assertThat(NaturalOrder.INSTANCE.compare(second, first)).isPositive();
    }
}
