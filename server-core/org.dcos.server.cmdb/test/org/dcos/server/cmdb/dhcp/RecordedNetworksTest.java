package org.dcos.server.cmdb.dhcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import org.dcos.domain.cmdb.AddressState;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.IpRange;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.PortKind;
import org.dcos.domain.cmdb.Prefix;
import org.dcos.domain.cmdb.PrefixState;
import org.dcos.domain.cmdb.RangeUse;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.dhcp.NetworkRecord;
import org.dcos.domain.dhcp.Reservation;
import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.AddressRange;
import org.dcos.domain.problem.Problem;
import org.dcos.server.cmdb.MemoryBmcStore;
import org.dcos.server.cmdb.MemoryItemStore;
import org.dcos.server.cmdb.WriterTurn;
import org.dcos.server.cmdb.live.LiveRecords;
import org.junit.jupiter.api.Test;

class RecordedNetworksTest {

    private final LiveRecords records = new LiveRecords(new MemoryItemStore(), new MemoryBmcStore(), _ -> {},
            new WriterTurn(), () -> Instant.EPOCH);
    private final RecordedNetworks networks = new RecordedNetworks(records);
    private final Prefix prefix = new Prefix(UUID.randomUUID(), 0, Optional.empty(), "10.0.0.0/24",
            PrefixState.ACTIVE, "oob", Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.of("10.0.0.254"), "", Map.of(), Map.of());
    private final Server server = new Server(UUID.randomUUID(), 0, "web-01", "SN1", Optional.empty(), "", "", "",
            Optional.empty(), LifecycleState.PLANNED);

    private void record(Item... items) throws Problem {
        records.commit("", "", Arrays.stream(items).<Edit>map(Edit.Put::new).toList());
    }

    private NetworkRecord read() {
        return networks.networks(List.of(UUID.randomUUID(), prefix.id())).getFirst();
    }

    private static IpRange range(String first, String last, RangeUse use) {
        return new IpRange(UUID.randomUUID(), 0, Optional.empty(), first, last, use, "", Map.of(), Map.of());
    }

    private static IpAddress address(String text, AddressState state, Optional<UUID> holder) {
        return new IpAddress(UUID.randomUUID(), 0, Optional.empty(), text, state, holder, "", "", Optional.empty(),
                Optional.empty(), Map.of(), Map.of());
    }

    private Port port(String name, String mac, boolean management) {
        return new Port(UUID.randomUUID(), 0, server.id(), name, PortKind.NETWORK, "", OptionalInt.empty(),
                Optional.of(mac), Optional.empty(), management, Optional.empty(), OptionalInt.empty(),
                OptionalInt.empty(), "", Map.of(), Map.of());
    }

    @Test
    void rangesOfUseDhcpAreReadAsFarAsTheyAreWithinThePrefix() throws Problem {
        record(prefix, range("10.0.0.100", "10.0.0.199", RangeUse.DHCP),
                range("10.0.0.200", "10.0.1.20", RangeUse.DHCP), range("10.0.0.10", "10.0.0.20", RangeUse.RESERVED));

        assertThat(read().ranges()).containsExactly(AddressRange.parse("10.0.0.100-10.0.0.199"),
                AddressRange.parse("10.0.0.200-10.0.0.254"));
        assertThat(read().gateway()).contains(Address.parse("10.0.0.254"));
    }

    @Test
    void anAddressOfAPortOrOfADeviceWithOneManagementPortIsForItsMac() throws Problem {
        var bmc = port("BMC", "02:dc:00:00:00:01", true);
        var eth = port("eth0", "02:dc:00:00:00:02", false);
        record(prefix, server, bmc, eth, address("10.0.0.11", AddressState.ASSIGNED, Optional.of(server.id())),
                address("10.0.0.12", AddressState.DHCP, Optional.of(eth.id())));

        assertThat(read().reservations()).containsExactly(
                new Reservation("02:dc:00:00:00:01", "10.0.0.11", Reservation.Origin.RECORD, "web-01"),
                new Reservation("02:dc:00:00:00:02", "10.0.0.12", Reservation.Origin.RECORD, "web-01 eth0"));
        assertThat(read().taken()).isEmpty();
    }

    @Test
    void whatIsRecordedForSomethingElseIsTaken() throws Problem {
        var bmc = port("BMC", "02:dc:00:00:00:01", true);
        record(prefix, server, bmc, address("10.0.0.11", AddressState.ASSIGNED, Optional.of(bmc.id())),
                address("10.0.0.12", AddressState.RESERVED, Optional.empty()),
                address("10.0.0.13", AddressState.DHCP, Optional.empty()),
                address("10.0.0.14", AddressState.QUARANTINED, Optional.empty()),
                address("10.0.0.15", AddressState.ASSIGNED, Optional.of(bmc.id())));

        assertThat(read().reservations()).extracting(Reservation::address).containsExactly("10.0.0.11");
        assertThat(read().taken()).extracting(Address::toString).containsExactly("10.0.0.12", "10.0.0.14",
                "10.0.0.15");
    }

    @Test
    void aPrefixThatIsNotRecordedIsNotThere() {
        assertThat(networks.networks(List.of(UUID.randomUUID()))).isEmpty();
    }
}
