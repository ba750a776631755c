package org.dcos.net.ipmi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dcos.net.ipmi.fru.Fru;
import org.dcos.net.ipmi.fru.FruRecord;
import org.dcos.net.ipmi.fru.MemoryModule;
import org.dcos.net.ipmi.fru.PowerSupplyRecord;
import org.dcos.net.ipmi.fru.ProductArea;
import org.dcos.net.ipmi.peer.IpmiSim;
import org.dcos.net.ipmi.peer.Ipmitool;
import org.dcos.net.ipmi.peer.TestRack;
import org.dcos.net.ipmi.sdr.Entity;
import org.dcos.net.ipmi.sdr.FruLocator;
import org.dcos.net.ipmi.wire.PrivilegeLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The inventories of all parts of a BMC of ipmi_sim, with ipmitool as the second opinion. */
@Timeout(60)
class FruPeerTest {

    private static final int SUPPLY = 1;
    private static final int MODULE = 2;
    private static final int EMPTY = 3;

    @TempDir private Path folder;

    @Test
    void every_part_is_read_and_an_empty_place_is_told() throws Exception {
        var supply = new Fru(Optional.empty(), Optional.empty(),
                Optional.of(new ProductArea(0, "Delta", "PSU 800 W", "PS-800", "02", "PSN-1", "", "", List.of())),
                List.of()).with(List.of(PowerSupplyRecord.ofMains(800), new FruRecord.Opaque(0xC0, new byte[40])));
        try (var sim = IpmiSim.start(folder, List.of(locator(0, 7, "Builtin FRU", 0), locator(SUPPLY, 0x0A, "PSU1", 0),
                locator(MODULE, 8, "DIMM A1", 1), locator(EMPTY, 0x0A, "PSU2", 0)), TestRack.fru(),
                Map.of(SUPPLY, supply.encode(256), MODULE, MemoryModule.encode(0x80, 0xCE, "M393A4K40DB3", 0x1A2B)));
                var client = new IpmiClient(ClientOptions.defaults().withTimeouts(Duration.ofMillis(500), 5));
                var bmc = client.connect(new BmcTarget(sim.address(),
                        Credential.of(IpmiSim.USER, IpmiSim.PASSWORD.toCharArray()), BmcTarget.PREFERRED_SUITES,
                        PrivilegeLevel.USER))) {

            var devices = FruDevices.read(bmc, SdrReader.read(bmc));

            assertThat(devices).extracting(FruDevice::name).containsExactly("Builtin FRU", "PSU1", "DIMM A1", "PSU2");
            assertThat(devices.get(SUPPLY).contents()).isEqualTo(new FruDevice.Contents.Inventory(supply));
            assertThat(devices.get(MODULE).contents()).isEqualTo(new FruDevice.Contents.Memory(
                    new MemoryModule("DDR4", "Samsung", "M393A4K40DB3", "00001A2B")));
            assertThat(devices.get(EMPTY).contents()).isInstanceOf(FruDevice.Contents.None.class);

            var ipmitool = new Ipmitool(sim.address(), IpmiSim.USER, IpmiSim.PASSWORD, 3);
            assertThat(String.join("\n", ipmitool.run("fru", "print", "1"))).contains("PSN-1").contains("800");
        }
    }

    private static FruLocator locator(int fruId, int entity, String name, int modifier) {
        return new FruLocator(fruId, 0x20, fruId, 0x80, 0, 0x10, modifier, new Entity(entity, 1), name);
    }
}
