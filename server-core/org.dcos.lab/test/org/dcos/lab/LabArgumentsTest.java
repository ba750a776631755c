package org.dcos.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LabArgumentsTest {

    @Test
    void all_options_are_understood() {
        LabArguments parsed = LabArguments.parse(List.of("--servers", "10", "--faults", "20", "--seed", "3", "--port",
                "6230", "--base-address", "127.70.0.0", "--control", "0", "--out", "folder"));

        assertThat(parsed.options()).isEqualTo(LabOptions.DEFAULT.withServers(10).withFaultPercent(20).withSeed(3)
                .withPort(6230).withBaseAddress("127.70.0.0"));
        assertThat(parsed.out()).isEqualTo(Path.of("folder"));
        assertThat(parsed.controlPort()).isEqualTo(Optional.of(0));
    }

    @Test
    void what_is_wrong_is_said_in_a_sentence() {
        assertRefused("--out DIR is missing: where the lab's files go.");
        assertRefused("--servers needs a value.", "--servers");
        assertRefused("--servers many is not a whole number.", "--servers", "many");
        assertRefused("Number of servers is 0, can be 1 to 50000", "--servers", "0");
        assertRefused("Fault percentage is 101, can be 0 to 100", "--faults", "101");
        assertRefused("Port is 70000, can be 1 to 65535", "--port", "70000");
        assertRefused("--control 70000 is no port, can be 0 to 65535.", "--control", "70000");
        assertRefused("Base address 10.0.0.0 is no loopback network; use 127.B.0.0, for example 127.66.0.0",
                "--base-address", "10.0.0.0");
    }

    @Test
    void an_unknown_option_is_answered_with_the_known_ones() {
        assertThatThrownBy(() -> LabArguments.parse(List.of("--bogus", "1"))).hasMessageStartingWith(
                "There is no option --bogus. Usage: --out DIR");
    }

    @Test
    void the_password_does_not_show_in_texts() {
        assertThat(LabOptions.DEFAULT.toString()).doesNotContain(LabOptions.DEFAULT.password());
    }

    private static void assertRefused(String message, String... arguments) {
        assertThatThrownBy(() -> LabArguments.parse(List.of(arguments))).hasMessage(message);
    }
}
