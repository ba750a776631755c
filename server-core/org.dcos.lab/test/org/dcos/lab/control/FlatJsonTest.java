package org.dcos.lab.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatJsonTest {

    @Test
    void strings_numbers_booleans_and_null_are_read() {
        assertThat(FlatJson.read(" { \"name\": \"Inlet Temp\" ,\"value\":-4.75e1, \"on\" : true,\"x\":null } "))
                .containsEntry("name", Optional.of("Inlet Temp")).containsEntry("value", Optional.of(-47.5))
                .containsEntry("on", Optional.of(true)).containsEntry("x", Optional.empty()).hasSize(4);
    }

    @Test
    void an_object_may_be_empty() {
        assertThat(FlatJson.read("{ }")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{\"a\":[1]}", "{\"a\":1}}", "{a:1}",
        "{\"a\":1}x", "{\"a\" 1}", "null"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> FlatJson.read(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void text_is_quoted() {
        assertThat(FlatJson.quoted("a\"b\\c\n")).isEqualTo("\"a\\\"b\\\\c\\u000a\"");
    }
}
