package org.dcos.server.oob;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.dcos.domain.bmc.SerialNumbers;
import org.dcos.domain.problem.Invalid.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangesTest {

    private final List<Violation> violations = new ArrayList<>();

    @Test
    void takes_addresses_ranges_and_networks() {
        assertThat(AddressRanges.expand(List.of("10.0.0.9", "10.0.0.254-10.0.1.1", "10.0.2.5-7", "10.0.3.0/30"),
                violations))
                        .containsExactly("10.0.0.9", "10.0.0.254", "10.0.0.255", "10.0.1.0", "10.0.1.1", "10.0.2.5",
                                "10.0.2.6",
                                "10.0.2.7", "10.0.3.1", "10.0.3.2");
        assertThat(violations).isEmpty();
    }

    @Test
    void gives_each_address_once() {
        assertThat(AddressRanges.expand(List.of("10.0.0.1", "10.0.0.1-3"), violations)).hasSize(3);
    }

    @Test
    void names_every_line_that_cannot_be_read() {
        AddressRanges.expand(List.of("10.0.0.1", "10.0.0", "10.0.0.9-10.0.0.1", "10.0.0.0/40"), violations);

        assertThat(violations).extracting(Violation::field).containsExactly("ranges[1]", "ranges[2]", "ranges[3]");
    }

    @Test
    void refuses_more_than_can_be_swept_at_once() {
        assertThat(AddressRanges.expand(List.of("10.0.0.0/8"), violations)).isEmpty();
        assertThat(violations.getFirst().message()).contains("65,536");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "To be filled by O.E.M.", "0000000000", "1234567890", " Default string ", "xx", "N/A"})
    void knows_what_makers_leave_in_place_of_a_serial_number(String serial) {
        assertThat(SerialNumbers.junk(serial)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2102311XDB10K4000123", "0012345", "SN-LAB-0001"})
    void takes_real_serial_numbers(String serial) {
        assertThat(SerialNumbers.junk(serial)).isFalse();
    }
}
