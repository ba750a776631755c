package org.dcos.net.probe.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LibcTest {

    private static final SymbolLookup EVERYTHING = _ -> Optional.of(MemorySegment.NULL);

    @Test
    void there_is_none_on_other_systems_than_linux() {
        assertThat(Libc.find("Windows Server 2025", "amd64", EVERYTHING)).isEmpty();
        assertThat(Libc.find("Mac OS X", "aarch64", EVERYTHING)).isEmpty();
    }

    @Test
    void there_is_none_on_a_processor_whose_numbers_are_not_known() {
        assertThat(Libc.find("Linux", "s390x", EVERYTHING)).isEmpty();
    }

    @Test
    void there_is_none_where_a_call_is_missing() {
        assertThat(Libc.find("Linux", "amd64", _ -> Optional.empty())).isEmpty();
    }
}
