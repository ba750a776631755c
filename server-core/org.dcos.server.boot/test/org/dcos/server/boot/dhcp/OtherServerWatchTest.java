package org.dcos.server.boot.dhcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Inet4Address;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.dcos.domain.dhcp.OtherServer;
import org.dcos.net.dhcp.wire.HardwareAddress;
import org.junit.jupiter.api.Test;

class OtherServerWatchTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private final List<org.dcos.net.dhcp.server.OtherServer> answering = new ArrayList<>();
    private Instant now = NOON;
    private int changes;
    private final OtherServerWatch watch = new OtherServerWatch(_ -> List.copyOf(answering), () -> now,
            () -> changes++);

    private static org.dcos.net.dhcp.server.OtherServer server(String address) {
        return new org.dcos.net.dhcp.server.OtherServer("eth1", Inet4Address.ofLiteral(address),
                HardwareAddress.ethernet("02:dc:00:00:00:09"), Inet4Address.ofLiteral("10.0.0.77"));
    }

    @Test
    void aServerIsKnownSinceItWasFirstSeen() throws IOException {
        answering.add(server("10.0.0.3"));
        watch.look("eth1");
        now = NOON.plusSeconds(600);
        watch.look("eth1");

        assertThat(watch.on("eth1")).containsExactly(
                new OtherServer("10.0.0.3", "02:dc:00:00:00:09", "10.0.0.77", NOON, now));
        assertThat(watch.on("eth2")).isEmpty();
        assertThat(changes).isEqualTo(1);
    }

    @Test
    void aServerThatAnswersNoMoreIsGone() throws IOException {
        answering.add(server("10.0.0.3"));
        watch.look("eth1");
        answering.clear();
        watch.look("eth1");

        assertThat(watch.on("eth1")).isEmpty();
        assertThat(watch.looked("eth1")).contains(NOON);
        assertThat(changes).isEqualTo(2);
    }

    @Test
    void whatAClientSaidCountsForAWhile() throws IOException {
        watch.heard("eth1", Inet4Address.ofLiteral("10.0.0.4"));
        watch.look("eth1");
        assertThat(watch.on("eth1")).extracting(OtherServer::address).containsExactly("10.0.0.4");

        now = NOON.plus(Duration.ofHours(1));
        watch.look("eth1");
        assertThat(watch.on("eth1")).isEmpty();
    }
}
