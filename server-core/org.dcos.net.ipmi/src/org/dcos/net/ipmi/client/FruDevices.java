package org.dcos.net.ipmi.client;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import org.dcos.net.ipmi.sdr.Entity;
import org.dcos.net.ipmi.sdr.FruLocator;
import org.dcos.net.ipmi.wire.IpmiLanMessage;

/**
 * Reads the inventories of all parts that a BMC's records tell of, not only that of the server (IPMI v2.0 r1.1 §43.8).
 * Those of controllers behind the BMC are left out. For use on a virtual thread.
 */
public final class FruDevices {

    /** The system board, where no record says what FRU 0 is. */
    private static final Entity SYSTEM_BOARD = new Entity(Entity.SYSTEM_BOARD, 1);

    /** The server's own first. */
    public static List<FruDevice> read(BmcConnection bmc, SdrSnapshot records)
            throws IpmiException, InterruptedException {
        var devices = new ArrayList<FruDevice>();
        var seen = new HashSet<Integer>();
        var locators = records.fruLocators()
                .filter(locator -> locator.controller() == IpmiLanMessage.BMC && locator.isLogical()).toList();
        if (locators.stream().noneMatch(locator -> locator.fruId() == FruReader.OF_SERVER)) {
            devices.add(
                    new FruDevice(FruReader.OF_SERVER, "", SYSTEM_BOARD, contents(bmc, FruReader.OF_SERVER, false)));
        }
        for (FruLocator locator : locators) {
            if (seen.add(locator.fruId())) {
                devices.add(new FruDevice(locator.fruId(), locator.name(), locator.entity(),
                        contents(bmc, locator.fruId(), locator.isMemoryModule())));
            }
        }
        return List.copyOf(devices);
    }

    private static FruDevice.Contents contents(BmcConnection bmc, int fruId, boolean memory)
            throws IpmiException, InterruptedException {
        try {
            return memory ? new FruDevice.Contents.Memory(FruReader.readMemory(bmc, fruId))
                    : new FruDevice.Contents.Inventory(FruReader.read(bmc, fruId));
        } catch (BmcRefused e) { // not there, or not powered
            return new FruDevice.Contents.None(e.getMessage());
        } catch (ProtocolViolation e) { // never written: common for boards
            return new FruDevice.Contents.None(e.getMessage());
        }
    }

    private FruDevices() {}
}
