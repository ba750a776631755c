package org.dcos.net.ipmi.peer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dcos.net.ipmi.fru.BoardArea;
import org.dcos.net.ipmi.fru.ChassisArea;
import org.dcos.net.ipmi.fru.Fru;
import org.dcos.net.ipmi.fru.ProductArea;
import org.dcos.net.ipmi.sdr.AnalogFormat;
import org.dcos.net.ipmi.sdr.Entity;
import org.dcos.net.ipmi.sdr.FruLocator;
import org.dcos.net.ipmi.sdr.Linearization;
import org.dcos.net.ipmi.sdr.ReadingFactors;
import org.dcos.net.ipmi.sdr.SdrRecord;
import org.dcos.net.ipmi.sdr.SensorBuilder;
import org.dcos.net.ipmi.sdr.SensorCommon;
import org.dcos.net.ipmi.sdr.SensorUnits;
import org.dcos.net.ipmi.sdr.Threshold;

/** The sensors and the inventory of a server, as the tests give them to a BMC. */
public final class TestRack {

    /** Thresholds of both kinds, all analog formats, negative exponents and offsets, two linearizations, states. */
    public static List<IpmiSim.Sensor> sensors() {
        return List.of(
                sensor(new SensorBuilder("CPU1 Temp", 1, 0x01).entity(3, 1).units(unsigned(SensorUnits.DEGREES_C))
                        .threshold(Threshold.UPPER_NON_CRITICAL, 85).threshold(Threshold.UPPER_CRITICAL, 95)
                        .threshold(Threshold.UPPER_NON_RECOVERABLE, 100).nominal(45), 45),
                sensor(new SensorBuilder("Inlet Temp", 2, 0x01).entity(0x37, 1)
                        .units(SensorUnits.of(AnalogFormat.TWOS_COMPLEMENT, SensorUnits.DEGREES_C)), -7 & 0xFF),
                sensor(new SensorBuilder("FAN1", 3, 0x04).entity(0x1D, 1).units(unsigned(SensorUnits.RPM))
                        .factors(ReadingFactors.of(75, 0, 0, 0)).threshold(Threshold.LOWER_CRITICAL, 600)
                        .threshold(Threshold.LOWER_NON_CRITICAL, 900), 72),
                sensor(new SensorBuilder("P12V", 4, 0x02).entity(7, 1).units(unsigned(SensorUnits.VOLTS))
                        .factors(ReadingFactors.of(6, 0, 0, -2)).threshold(Threshold.LOWER_CRITICAL, 10.8)
                        .threshold(Threshold.UPPER_CRITICAL, 13.2), 201),
                sensor(new SensorBuilder("VBAT", 5, 0x02).entity(7, 1).units(unsigned(SensorUnits.VOLTS))
                        .factors(ReadingFactors.of(16, -3, 1, -3)), 192),
                sensor(new SensorBuilder("Offset", 6, 0x03).entity(7, 1)
                        .units(SensorUnits.of(AnalogFormat.ONES_COMPLEMENT, SensorUnits.AMPS))
                        .factors(ReadingFactors.of(5, 12, 0, -1)), 0xF0),
                sensor(new SensorBuilder("Square", 7, 0x0B).entity(0x0A, 1).units(unsigned(SensorUnits.WATTS))
                        .linearization(Linearization.SQUARE), 15),
                sensor(new SensorBuilder("PSU1 Power", 8, 0x0B).entity(0x0A, 1).units(unsigned(SensorUnits.WATTS))
                        .factors(ReadingFactors.of(4, 0, 0, 0)).threshold(Threshold.UPPER_CRITICAL, 900), 53),
                new IpmiSim.Sensor(new SensorBuilder("PSU1 Status", 9, 0x08).entity(0x0A, 1)
                        .discrete(SensorCommon.SENSOR_SPECIFIC, 0x000B), 0x0003),
                new IpmiSim.Sensor(new SensorBuilder("Redundancy", 10, 0x09).entity(0x13, 1).discrete(0x0B, 0x0003),
                        0x0001));
    }

    public static List<SdrRecord> locators() {
        return List.of(new FruLocator(0, 0x20, 0, 0x80, 0, 0x10, 0, new Entity(7, 1), "Builtin FRU"));
    }

    public static Fru fru() {
        return Fru.of(new ChassisArea(ChassisArea.RACK_MOUNT, "DCL-CH-1", "SN-C-0001", List.of("rack kit")),
                new BoardArea(0, Optional.of(Instant.parse("2024-05-06T07:08:00Z")), "DCLab", "LabBoard", "SN-B-0001",
                        "BRD-01", "", List.of("rev 2")),
                new ProductArea(0, "DCLab", "LabServer R1", "PN-1001", "1.0", "SN-P-0001", "ASSET-0001", "",
                        List.of("first", "second")));
    }

    private static SensorUnits unsigned(int unit) {
        return SensorUnits.of(AnalogFormat.UNSIGNED, unit);
    }

    private static IpmiSim.Sensor sensor(SensorBuilder builder, int raw) {
        return new IpmiSim.Sensor(builder.full(), raw);
    }

    private TestRack() {}
}
