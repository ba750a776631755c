package org.dcos.tests.console.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.dcos.domain.Page;
import org.dcos.domain.dhcp.Dhcp;
import org.dcos.domain.dhcp.DhcpClient;
import org.dcos.domain.dhcp.DhcpSettings;
import org.dcos.domain.dhcp.DhcpStatus;
import org.dcos.domain.dhcp.HostInterface;
import org.dcos.domain.dhcp.Lease;
import org.dcos.domain.dhcp.LeaseState;
import org.dcos.domain.dhcp.NetworkUse;
import org.dcos.domain.dhcp.OtherServer;
import org.dcos.domain.dhcp.ServedNetwork;

/** DHCP on a laptop in the made-up data centre: a rack comes up on one interface, a hall through a relay. */
final class DemoDhcp {

    private static final String NEAR = "10.20.3.0/24";
    private static final String FAR = "10.20.16.0/22";
    private static final List<String> SAID = List.of("iDRAC", "Huawei iBMC", "HPE iLO 6", "", "udhcp 1.35");

    private final Instant now;

    DemoDhcp(Instant now) {
        this.now = now;
    }

    Dhcp service() {
        return Answers.to(Dhcp.class, (call, _) -> switch (call) {
            case "settings" -> settings();
            case "status" -> status();
            case "leases" -> {
                var leases = IntStream.range(0, 22).mapToObj(this::lease).toList();
                yield new Page<>(leases, 0, leases.size());
            }
            default -> throw Answers.refused(call);
        });
    }

    private static DhcpSettings settings() {
        return DhcpSettings.DEFAULT.withServing(true).withNetworks(List.of("enp3s0"),
                List.of(ServedNetwork.attached(DemoEstate.id(NEAR), "enp3s0"),
                        ServedNetwork.relayed(DemoEstate.id(FAR))));
    }

    private DhcpStatus status() {
        var other = new OtherServer("10.20.3.254", "00:1b:17:00:01:13", "10.20.3.77", now.minusSeconds(780), now);
        return new DhcpStatus(DhcpStatus.State.SERVING, now.minus(Duration.ofMinutes(52)), "", Optional.empty(),
                List.of(host("enp3s0", "48:2a:e3:10:22:01", true, true, List.of(other), "10.20.3.2/24"),
                        host("enp4s0", "48:2a:e3:10:22:02", false, false, List.of()),
                        host("wlp2s0", "48:2a:e3:10:22:10", true, false, List.of(), "192.168.8.31/24")),
                List.of(new NetworkUse(DemoEstate.id(NEAR), NEAR, Optional.of("enp3s0"), 60, 17, 1, 24, ""),
                        new NetworkUse(DemoEstate.id(FAR), FAR, Optional.empty(), 256, 241, 0, 0, "")));
    }

    private HostInterface host(String name, String mac, boolean up, boolean served, List<OtherServer> others,
            String... addresses) {
        return new HostInterface(name, mac, true, up, List.of(addresses), served, "", Optional.empty(),
                served ? Optional.of(now.minusSeconds(30)) : Optional.empty(), others);
    }

    private Lease lease(int number) {
        boolean relayed = number % 5 == 4;
        boolean reserved = number % 4 == 1;
        var client = new DhcpClient(SAID.get(number % SAID.size()), "", number % 3 == 0
                ? "bmc-a04-%02d".formatted(number + 1)
                : "", "", "", "", List.of(), List.of(1, 3, 6),
                relayed
                        ? Optional.of(new DhcpClient.Relay("10.20.16.1", "ge-0/0/%d".formatted(number), ""))
                        : Optional.empty());
        var heard = now.minusSeconds(13L * number);
        return new Lease((relayed ? "10.20.17.%d" : "10.20.3.%d").formatted(150 + number),
                "3c:ec:ef:10:00:%02x".formatted(number + 1), client, LeaseState.BOUND, now.minusSeconds(3_000), heard,
                heard.plus(reserved ? Duration.ofHours(12) : Duration.ofMinutes(10)), reserved, relayed ? FAR : NEAR,
                relayed ? "" : "enp3s0");
    }
}
