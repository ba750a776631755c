package org.dcos.server.boot.dhcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.dhcp.DhcpSettings;
import org.dcos.domain.dhcp.NetworkRecord;
import org.dcos.domain.dhcp.Reservation;
import org.dcos.domain.dhcp.ServedNetwork;
import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.AddressRange;
import org.dcos.domain.ip.Cidr;
import org.dcos.net.dhcp.wire.NetworkOption;
import org.junit.jupiter.api.Test;

class ServingPlanTest {

    private static final String ANNE = "02:dc:00:00:00:01";
    private static final String BEN = "02:dc:00:00:00:02";

    private static NetworkRecord record(List<Reservation> reservations, String... taken) {
        return new NetworkRecord(UUID.nameUUIDFromBytes(new byte[] {1}), Cidr.parse("10.0.0.0/24"), false,
                Optional.of(Address.parse("10.0.0.100")), List.of(AddressRange.parse("10.0.0.100-10.0.0.109")),
                reservations, List.of(taken).stream().map(Address::parse).toList());
    }

    private static Host host(String... addresses) {
        return new Host("eth1", 3, "", true, List.of(addresses).stream()
                .map(it -> new Host.Own(Inet4Address.ofLiteral(it), 24)).toList());
    }

    private static ServingPlan plan(NetworkRecord record, Host host, Reservation... ordered) {
        var settings = DhcpSettings.DEFAULT.withServing(true).withNetworks(List.of("eth1"),
                List.of(ServedNetwork.attached(record.prefix(), "eth1")));
        return ServingPlan.of(settings, List.of(record), List.of(host), List.of(ordered));
    }

    private static Reservation recorded(String mac, String address) {
        return new Reservation(mac, address, Reservation.Origin.RECORD, "web-01");
    }

    private static Map<String, String> reserved(ServingPlan plan) {
        return plan.networks().getFirst().reservations().values().stream()
                .collect(java.util.stream.Collectors.toMap(Reservation::mac, Reservation::address));
    }

    @Test
    void whatIsRecordedForSomethingElseIsCutOutOfTheRange() {
        var plan = plan(record(List.of(), "10.0.0.104", "10.0.0.105", "10.0.0.109", "10.0.0.7"), host("10.0.0.1"));

        assertThat(plan.networks().getFirst().pools()).extracting(AddressRange::toString)
                .containsExactly("10.0.0.101-10.0.0.103", "10.0.0.106-10.0.0.108");
        assertThat(plan.networks().getFirst().trouble()).isEmpty();
    }

    @Test
    void theGatewayOfThePrefixIsTold() {
        var subnet = plan(record(List.of()), host("10.0.0.1")).configuration(Set.of("eth1")).subnets().getFirst();

        assertThat(subnet.options().find(NetworkOption.Routers.class)).contains(
                new NetworkOption.Routers(List.of(Inet4Address.ofLiteral("10.0.0.100"))));
        assertThat(subnet.name()).isEqualTo("10.0.0.0/24");
    }

    @Test
    void whatWasOrderedCountsUnlessItIsRecordedForAnother() {
        var record = record(List.of(recorded(ANNE, "10.0.0.5")));

        assertThat(reserved(plan(record, host("10.0.0.1"), LeaseText.ordered(ANNE, "10.0.0.6"))))
                .isEqualTo(Map.of(ANNE, "10.0.0.6"));
        assertThat(reserved(plan(record, host("10.0.0.1"), LeaseText.ordered(BEN, "10.0.0.5"))))
                .isEqualTo(Map.of(ANNE, "10.0.0.5"));
        assertThat(reserved(plan(record, host("10.0.0.1"), LeaseText.ordered(BEN, "10.9.0.5"))))
                .isEqualTo(Map.of(ANNE, "10.0.0.5"));
    }

    @Test
    void anInterfaceIsKnownToMachinesByItsAddressInTheirNetwork() {
        assertThat(plan(record(List.of()), host("192.0.2.9", "10.0.0.1")).interfaces())
                .isEqualTo(Map.of("eth1", Inet4Address.ofLiteral("10.0.0.1")));
    }

    @Test
    void anInterfaceWithoutAnAddressInTheNetworkIsRefusedWithTheCommandThatGivesItAFreeOne() {
        var plan = plan(record(List.of(recorded(ANNE, "10.0.0.1")), "10.0.0.2"), host("192.0.2.9"));

        assertThat(plan.interfaces()).isEmpty();
        assertThat(plan.troubles().get("eth1").reason()).contains("eth1 has no address of 10.0.0.0/24");
        assertThat(plan.troubles().get("eth1").command())
                .contains("sudo sh -c 'ip address add 10.0.0.3/24 dev eth1 && ip link set eth1 up'");
        assertThat(plan.configuration(Set.of()).subnets()).isEmpty();
    }

    @Test
    void aNetworkWithoutARangeServesReservedMachinesAndSaysSo() {
        var record = new NetworkRecord(UUID.randomUUID(), Cidr.parse("10.0.0.0/24"), false, Optional.empty(),
                List.of(), List.of(recorded(ANNE, "10.0.0.5")), List.of());
        var network = plan(record, host("10.0.0.1")).networks().getFirst();

        assertThat(network.subnet()).isPresent();
        assertThat(network.trouble()).hasValueSatisfying(it -> assertThat(it.reason())
                .contains("no recorded range of use DHCP"));
    }

    @Test
    void aPrefixThatIsRecordedNoMoreIsLeftOutAndToldOf() {
        var settings = DhcpSettings.DEFAULT.withServing(true).withNetworks(List.of("eth1"),
                List.of(ServedNetwork.attached(UUID.randomUUID(), "eth1")));
        var plan = ServingPlan.of(settings, List.of(), List.of(host("10.0.0.1")), List.of());

        assertThat(plan.configuration(Set.of("eth1")).subnets()).isEmpty();
        assertThat(plan.networks().getFirst().trouble()).hasValueSatisfying(it -> assertThat(it.reason())
                .contains("recorded no more"));
    }
}
