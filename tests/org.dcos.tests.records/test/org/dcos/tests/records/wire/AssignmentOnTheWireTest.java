package org.dcos.tests.records.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.dcos.tests.records.OwnClassPath;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Addresses that are recorded as free, some of which something uses nevertheless. */
@Timeout(120)
class AssignmentOnTheWireTest {

    private static final String ON_LINK = "198.18.7.0/24";
    private static final String ROUTED = "198.19.7.0/24";
    private static final String ON_LINK_6 = "fd5e:dc05:7::/64";
    private static final String ROUTED_6 = "fd5e:dc05:7:1::/64";

    @TempDir private static Path folder;
    private static TwoNamespaces wire;
    private static List<String> told = List.of();

    @BeforeAll
    static void ask() throws Exception {
        wire = TwoNamespaces.start();
        wire.askingHas("198.18.7.250/24");
        wire.askingHas("fd5e:dc05:7::fa/64");
        for (String address : List.of("198.18.7.1/24", "198.18.7.2/24", "198.18.7.4/24", "fd5e:dc05:7::1/64",
                "fd5e:dc05:7::3/64")) {
            wire.hostHas(address, "eth0");
        }
        for (String address : List.of("198.19.7.1/32", "198.19.7.2/32", "fd5e:dc05:7:1::2/128")) {
            wire.hostHas(address, "lo");
        }
        wire.route(ROUTED, "198.18.7.1");
        wire.route(ROUTED_6, "fd5e:dc05:7::1");
        told = wire.ask(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp", OwnClassPath.get(),
                Asker.class.getName(), folder.toString(), ON_LINK, ROUTED, ON_LINK_6, ROUTED_6)).lines().toList();
    }

    @AfterAll
    static void close() throws Exception {
        if (wire != null) {
            wire.close();
        }
    }

    @Test
    void addressesThatAnswerArpAreNotGivenOut() {
        assertThat(given(ON_LINK)).containsExactly("198.18.7.3", "198.18.7.5");
        assertThat(skipped(ON_LINK)).hasSize(3).allMatch(line -> line.contains("ARP answer from"));
    }

    @Test
    void addressesBehindARouterThatAnswerAnEchoAreNotGivenOut() {
        assertThat(given(ROUTED)).containsExactly("198.19.7.3", "198.19.7.4");
        assertThat(skipped(ROUTED)).hasSize(2).allMatch(line -> line.contains("ICMP echo answered"));
    }

    @Test
    void addressesThatAnswerANeighbourSolicitationAreNotGivenOut() {
        assertThat(given(ON_LINK_6)).containsExactly("fd5e:dc05:7::2", "fd5e:dc05:7::4");
        assertThat(skipped(ON_LINK_6)).hasSize(2).allMatch(line -> line.contains("neighbour advertisement from"));
    }

    @Test
    void ipv6AddressesBehindARouterThatAnswerAnEchoAreNotGivenOut() {
        assertThat(given(ROUTED_6)).containsExactly("fd5e:dc05:7:1::1", "fd5e:dc05:7:1::3");
        assertThat(skipped(ROUTED_6)).singleElement().satisfies(line -> assertThat(line).contains(
                "fd5e:dc05:7:1::2", "ICMP echo answered"));
    }

    private static List<String> given(String network) {
        String start = network + " given ";
        return told.stream().filter(line -> line.startsWith(start)).map(line -> line.substring(start.length()))
                .toList();
    }

    private static List<String> skipped(String network) {
        return told.stream().filter(line -> line.startsWith(network + " skipped ")).toList();
    }
}
