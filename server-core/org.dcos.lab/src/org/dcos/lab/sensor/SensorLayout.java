package org.dcos.lab.sensor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dcos.lab.plan.HardwareModel;
import org.dcos.net.ipmi.sdr.CompactSensor;
import org.dcos.net.ipmi.sdr.ControllerLocator;
import org.dcos.net.ipmi.sdr.Entity;
import org.dcos.net.ipmi.sdr.FruLocator;
import org.dcos.net.ipmi.sdr.FullSensor;
import org.dcos.net.ipmi.sdr.SensorRecord;
import org.dcos.net.ipmi.sdr.Threshold;
import org.dcos.net.ipmi.wire.IpmiLanMessage;

/**
 * The sensor data records of one hardware model (IPMI v2.0 r1.1 §43): a full record for each sensor that reads a
 * number, a compact one for each discrete sensor, locators of the controller and of the FRUs. One layout is shared by
 * all servers of the model.
 */
public final class SensorLayout {

    /** FRU device IDs (§34): the server itself, its two power supplies, its memory modules. */
    public static final int SERVER_FRU = 0;
    public static final int FIRST_SUPPLY_FRU = 1;
    public static final int SECOND_SUPPLY_FRU = 2;
    public static final int FIRST_MODULE_FRU = 3;
    public static final int MODULES = 4;

    private static final Map<HardwareModel, SensorLayout> OF_MODEL = new EnumMap<>(HardwareModel.class);

    private static final int LOGICAL_FRU = 0x80;
    /** Device type "logical FRU device" (table 43-12). */
    private static final int LOGICAL_FRU_DEVICE = 0x10;
    /** Type modifier "DIMM memory ID" (table 43-12): the data of a module, no FRU inventory. */
    private static final int MEMORY_ID = 1;
    private static final Entity CONTROLLER = new Entity(0x2E, 1);

    static {
        for (HardwareModel hardware : HardwareModel.values()) {
            OF_MODEL.put(hardware, new SensorLayout(hardware));
        }
    }

    private final Map<LabSensor, SensorRecord> sensors = new EnumMap<>(LabSensor.class);
    private final List<byte[]> records = new ArrayList<>();

    private SensorLayout(HardwareModel hardware) {
        for (LabSensor sensor : LabSensor.values()) {
            SensorRecord record = sensor.kind().isDiscrete() ? DiscreteRecords.of(sensor)
                    : AnalogRecords.of(sensor, hardware);
            sensors.put(sensor, record);
            records.add(record.encode());
        }
        int id = LabSensor.values().length;
        records.add(new ControllerLocator(++id, IpmiLanMessage.BMC, 0, 0, 0xBF, CONTROLLER,
                hardware.manufacturer().controller()).encode());
        for (int supply : new int[] {FIRST_SUPPLY_FRU, SECOND_SUPPLY_FRU}) {
            records.add(new FruLocator(++id, IpmiLanMessage.BMC, supply, LOGICAL_FRU, 0, LOGICAL_FRU_DEVICE, 0,
                    new Entity(DiscreteRecords.POWER_SUPPLY, supply), "PSU%d".formatted(supply)).encode());
        }
        for (int module = 0; module < MODULES; module++) {
            records.add(new FruLocator(++id, IpmiLanMessage.BMC, FIRST_MODULE_FRU + module, LOGICAL_FRU, 0,
                    LOGICAL_FRU_DEVICE, MEMORY_ID, new Entity(Entity.MEMORY_MODULE, module + 1), moduleName(module))
                            .encode());
        }
    }

    /** "DIMM A1", as it is printed beside the slot. */
    public static String moduleName(int module) {
        return "DIMM A%d".formatted(module + 1);
    }

    public static SensorLayout of(HardwareModel hardware) {
        return OF_MODEL.get(hardware);
    }

    public SensorRecord record(LabSensor sensor) {
        return sensors.get(sensor);
    }

    /** Empty for a discrete sensor. */
    public Optional<FullSensor> analog(LabSensor sensor) {
        return switch (sensors.get(sensor)) {
            case FullSensor full -> Optional.of(full);
            case CompactSensor _ -> Optional.empty();
        };
    }

    /** Offset of the event that a crossed threshold raises (§42.1, table 42-2). */
    public static int eventOffset(Threshold threshold) {
        return AnalogRecords.eventOffset(threshold);
    }

    public int recordCount() {
        return records.size();
    }

    /** Encoded; not to be changed. The record with ID n is the one at n - 1. */
    public byte[] encodedRecord(int index) {
        return records.get(index);
    }
}
