package org.dcos.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;

import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.WireFinding;
import org.dcos.net.probe.AddressProbe;
import org.dcos.net.probe.Method;
import org.dcos.net.probe.ProbeOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Asks addresses of this machine itself. */
@Timeout(60)
class ProbedWireTest {

    private final AddressProbe probe = new AddressProbe();

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void aHostThatListensIsFoundAndWhatAnsweredIsTold() throws Exception {
        try (var host = new ServerSocket(0, 5, InetAddress.getByName("127.93.0.7"))) {
            var wire = new ProbedWire(probe, ProbeOptions.defaults().withMethods(Method.TCP_CONNECT)
                    .withPorts(List.of(host.getLocalPort()), Duration.ofSeconds(5)));

            assertThat(wire.ask(List.of(Address.parse("127.93.0.7")))).containsExactly(
                    new WireFinding("127.93.0.7", WireFinding.Outcome.ANSWERED,
                            "TCP connection to port %d accepted".formatted(host.getLocalPort())));
        }
    }

    @Test
    void whatCannotBeAskedIsToldInTheOrderOfTheQuestion() throws Exception {
        var wire = new ProbedWire(probe, ProbeOptions.defaults().withMethods(Method.ARP));

        assertThat(wire.ask(List.of(Address.parse("2001:db8::1"), Address.parse("127.93.0.8"))))
                .extracting(WireFinding::address, WireFinding::outcome)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("2001:db8::1", WireFinding.Outcome.NOT_ASKED),
                        org.assertj.core.groups.Tuple.tuple("127.93.0.8", WireFinding.Outcome.NOT_ASKED));
    }
}
