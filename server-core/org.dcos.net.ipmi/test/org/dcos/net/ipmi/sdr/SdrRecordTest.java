package org.dcos.net.ipmi.sdr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.dcos.net.ipmi.peer.TestRack;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.junit.jupiter.api.Test;

class SdrRecordTest {

    @Test
    void records_of_a_server_survive_encoding() throws Exception {
        for (var sensor : TestRack.sensors()) {
            assertThat(SdrRecord.decode(sensor.record().encode())).isEqualTo(sensor.record());
        }
        for (var locator : TestRack.locators()) {
            assertThat(SdrRecord.decode(locator.encode())).isEqualTo(locator);
        }
    }

    @Test
    void other_locators_survive_encoding() throws Exception {
        var controller = new ControllerLocator(7, 0x20, 0, 0xD, 0x9F, new Entity(7, 1), "BMC");
        var device = new DeviceLocator(8, 0x20, 0xA0, 1, 2, 3, 4, new Entity(7, 2), "EEPROM");

        assertThat(SdrRecord.decode(controller.encode())).isEqualTo(controller);
        assertThat(SdrRecord.decode(device.encode())).isEqualTo(device);
    }

    @Test
    void a_full_record_is_read_field_by_field() throws Exception {
        // a fan of a Dell PowerEdge class BMC, laid out by hand after table 43-1
        var record = (FullSensor) SdrRecord.decode(HexFormat.of().parseHex("0600510136" // ID 6, v1.5, full, 54 bytes
                + "200030" + "1d01" // owner, LUN, number 30h; fan 1
                + "7f68" + "0401" // initialization, capabilities: settable thresholds; fan, threshold
                + "0500" + "0500" + "0303" // events; thresholds readable and settable: lnc, lc
                + "001200" + "00" // unsigned RPM, linear
                + "780000000000" // m 120, no offset, no exponents
                + "07" + "2d5a0affff" // nominal, maxima, minima
                + "ff0000000506" // thresholds: unr ucr unc lnr lcr lnc
                + "0202" + "000000" + "cb" + "46616e3120" + "52504d202020")); // hysteresis, name "Fan1 RPM"

        assertThat(record.name()).isEqualTo("Fan1 RPM");
        assertThat(record.common().entity().text()).isEqualTo("fan 1");
        assertThat(record.common().typeText()).isEqualTo("Fan");
        assertThat(record.common().readableThresholds())
                .containsExactly(Threshold.LOWER_NON_CRITICAL, Threshold.LOWER_CRITICAL);
        assertThat(record.common().units().symbol()).isEqualTo("RPM");
        assertThat(record.conversion().value(record.range().nominal())).hasValue(5400);
        assertThat(record.thresholds().at(Threshold.LOWER_CRITICAL)).isEqualTo(5);
        assertThat(record.thresholds().at(Threshold.LOWER_NON_CRITICAL)).isEqualTo(6);
    }

    @Test
    void a_shared_record_stands_for_several_sensors() {
        var shared = new SensorBuilder("DIMM ", 0x40, 0x0C).entity(0x20, 1).discrete(SensorCommon.SENSOR_SPECIFIC, 3);
        var four = new CompactSensor(9, shared.common(), 4 | 1 << 4 | 0x8000 | 25 << 8, 0, 0, "DIMM ");

        var sensors = four.unshared();

        assertThat(sensors).extracting(CompactSensor::name).containsExactly("DIMM Z", "DIMM AA", "DIMM AB", "DIMM AC");
        assertThat(sensors).extracting(s -> s.common().number()).containsExactly(0x40, 0x41, 0x42, 0x43);
        assertThat(sensors).extracting(s -> s.common().entity().instance()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void an_unknown_record_is_kept_as_it_is() throws Exception {
        byte[] bytes = HexFormat.of().parseHex("010051c003aabbcc");

        var record = SdrRecord.decode(bytes);

        assertThat(record).isInstanceOf(SdrRecord.Opaque.class);
        assertThat(record.encode()).isEqualTo(bytes);
    }

    @Test
    void a_record_shorter_than_it_says_is_refused() {
        assertThatThrownBy(() -> SdrRecord.decode(HexFormat.of().parseHex("010051c004aabbcc")))
                .isInstanceOf(MalformedIpmiMessage.class);
    }

    @Test
    void units_are_put_together() {
        assertThat(SensorUnits.of(AnalogFormat.UNSIGNED, SensorUnits.DEGREES_C).symbol()).isEqualTo("°C");
        assertThat(new SensorUnits(AnalogFormat.UNSIGNED, SensorUnits.Rate.PER_SECOND, SensorUnits.Combination.NONE,
                false, 0x47, 0).symbol()).isEqualTo("kB/s");
        assertThat(new SensorUnits(AnalogFormat.UNSIGNED, SensorUnits.Rate.NONE,
                SensorUnits.Combination.BASE_TIMES_MODIFIER, false, 6, 0x12).symbol()).isEqualTo("W·RPM");
        assertThat(new SensorUnits(AnalogFormat.UNSIGNED, SensorUnits.Rate.NONE, SensorUnits.Combination.NONE, true,
                0, 0).symbol()).isEqualTo("%");
        assertThat(SensorUnits.of(AnalogFormat.UNSIGNED, 0x5C).words()).isEqualTo("grams");
        assertThat(SensorUnits.of(AnalogFormat.UNSIGNED, 0xEE).words()).isEqualTo("unit EEh");
    }

    @Test
    void states_without_a_text_are_told_by_number() {
        var oem = new SensorBuilder("OEM", 1, 0xC0).discrete(0x70, 0x7FFF).common();

        assertThat(DiscreteStates.texts(oem, 0x4001)).containsExactly("State 0", "State 14");
    }
}
