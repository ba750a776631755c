package org.dcos.server.oob.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;

import org.dcos.domain.bmc.BmcSol;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.serial.SerialOutput;
import org.junit.jupiter.api.Test;

class OpenConsoleTest {

    private static final Server SERVER = new Server(new UUID(4, 1), 1, "srv-a03-04", "SN1", Optional.empty(), "", "",
            "", Optional.empty(), LifecycleState.ACTIVE);

    private Instant now = Instant.parse("2026-11-26T04:00:00Z");
    private final OpenConsole console = new OpenConsole(SERVER, "li.wei", () -> now);
    private int closed;

    private final class Line implements BmcSol.Line {
        @Override
        public void send(byte[] bytes) {
            console.received(bytes);
        }

        @Override
        public void sendBreak() {
            console.received(new byte[] {0});
        }

        @Override
        public void close() {
            closed++;
        }
    }

    @Test
    void severalWatchEachAtTheirOwnPace() throws Exception {
        console.received("boot".getBytes(StandardCharsets.US_ASCII));
        console.received("ing".getBytes(StandardCharsets.US_ASCII));

        assertThat(console.output(0, Duration.ZERO).bytes()).asString().isEqualTo("booting");
        assertThat(console.output(4, Duration.ZERO).bytes()).asString().isEqualTo("ing");
        assertThat(console.output(7, Duration.ZERO).bytes()).isEmpty();
    }

    @Test
    void whoWaitsIsWokenByTheNextByte() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = threads.submit(() -> console.output(0, Duration.ofSeconds(20)));
            console.received(new byte[] {'x'});

            SerialOutput output = waiting.get();
            assertThat(output.bytes()).containsExactly('x');
            assertThat(output.next()).isEqualTo(1);
        }
    }

    @Test
    void oneWritesUntilThePenIsLaidDownOrTakenAway() {
        assertThat(console.writes("li.wei")).isTrue();
        assertThat(console.claim("wang.fang", false)).isFalse();

        console.release("li.wei");
        assertThat(console.claim("wang.fang", false)).isTrue();
        assertThat(console.claim("li.wei", true)).isTrue();
        assertThat(console.writes("wang.fang")).isFalse();
    }

    @Test
    void theEndIsToldAndTheLineIsClosedOnce() throws Exception {
        console.over(new Line());
        console.ended("The BMC ended it.");
        console.end("again");

        assertThat(closed).isEqualTo(1);
        assertThat(console.output(0, Duration.ofSeconds(20)).console().ended()).contains("The BMC ended it.");
        assertThat(console.line()).isEmpty();
    }

    @Test
    void aLineThatOpensAfterTheEndIsClosedAtOnce() {
        console.end("li.wei closed it.");
        console.over(new Line());

        assertThat(closed).isEqualTo(1);
    }

    @Test
    void oneThatNobodyReadsIsIdle() throws Exception {
        now = now.plusSeconds(300);
        console.output(0, Duration.ZERO);
        now = now.plusSeconds(500);

        assertThat(console.idleSince(now.minusSeconds(600))).isFalse();
        assertThat(console.idleSince(now.minusSeconds(400))).isTrue();
    }
}
