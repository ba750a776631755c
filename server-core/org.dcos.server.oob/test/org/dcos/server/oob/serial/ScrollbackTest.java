package org.dcos.server.oob.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

class ScrollbackTest {

    private final Scrollback scrollback = new Scrollback();

    private void add(String text) {
        scrollback.add(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void whoeverComesLaterReadsFromTheBeginning() {
        add("login: ");
        add("root");

        assertThat(scrollback.from(0, 100)).asString().isEqualTo("login: root");
        assertThat(scrollback.from(7, 2)).asString().isEqualTo("ro");
        assertThat(scrollback.from(11, 100)).isEmpty();
    }

    @Test
    void theOldestBytesGoWhenItIsFull() {
        var line = new byte[1000];
        Arrays.fill(line, (byte) 'x');
        for (int i = 0; i < 3_000; i++) {
            scrollback.add(line);
        }
        add("end");

        assertThat(scrollback.written()).isEqualTo(3_000_003);
        assertThat(scrollback.oldest()).isEqualTo(3_000_003 - Scrollback.MOST);
        assertThat(scrollback.from(0, Scrollback.MOST)).hasSize(Scrollback.MOST).endsWith('e', 'n', 'd');
    }

    @Test
    void moreThanFitsAtOnceKeepsItsEnd() {
        var much = new byte[Scrollback.MOST + 5];
        much[much.length - 1] = 'z';
        scrollback.add(much);

        assertThat(scrollback.from(0, Scrollback.MOST)).hasSize(Scrollback.MOST).endsWith('z');
    }
}
