package org.dcos.net.ipmi.sel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.dcos.net.ipmi.peer.IpmiSim;
import org.dcos.net.ipmi.peer.TestRack;
import org.dcos.net.ipmi.sdr.Entity;
import org.dcos.net.ipmi.sdr.EventOnlySensor;
import org.dcos.net.ipmi.sdr.FullSensor;
import org.dcos.net.ipmi.sdr.SdrRecord;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventWordsTest {

    private final EventLexicon none = new EventLexicon(List.of(), List.of());

    /** Sensor type, event type and direction, event data; as ipmitool and FreeIPMI name them, in short. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "01 01 59 60 50|Temperature|Upper critical going high, reading 60h, threshold 50h|CRITICAL",
        "01 81 59 40 50|Temperature|Upper critical going high, reading 40h, threshold 50h|INFORMATION",
        "04 01 52 10 20|Fan|Lower critical going low, reading 10h, threshold 20h|CRITICAL",
        "02 01 57 10 20|Voltage|Upper non-critical going high, reading 10h, threshold 20h|WARNING",
        "08 6F 03 FF FF|Power supply|Input lost|CRITICAL",
        "08 6F 36 FF 03|Power supply|Configuration error, power rating mismatch|CRITICAL",
        "0C 6F 31 FF 07|Memory|Uncorrectable ECC error, module 7|CRITICAL",
        "0C 6F 00 FF FF|Memory|Correctable ECC error|WARNING",
        "0D 6F 00 FF FF|Drive slot|Present|INFORMATION",
        "0F 6F C2 13 FF|System firmware progress|Firmware progress, starting the OS boot|INFORMATION",
        "0F 6F C0 01 FF|System firmware progress|Firmware error, no system memory installed|CRITICAL",
        "23 6F C1 24 FF|Watchdog 2|Hard reset, SMS/OS, NMI|CRITICAL",
        "07 6F 01 FF FF|Processor|Thermal trip|CRITICAL",
        "13 6F A5 01 02|Critical interrupt|PCI SERR, OEM data 01h, OEM data 02h|CRITICAL",
        "0D 07 42 12 FF|Drive slot|Critical from less severe, before: Critical from less severe"
                + ", Non-critical from OK|CRITICAL",
        "16 0B 01 FF FF|Microcontroller or coprocessor|Redundancy lost|WARNING",
        "C0 70 05 FF FF|OEM type C0h|State 5|INFORMATION"
    })
    void an_event_has_words_and_a_severity(String bytes, String type, String text, EventSeverity severity)
            throws Exception {
        String record = "0100 02 00000068 2000 04".replace(" ", "");
        String[] data = bytes.split(" ");

        var words = none.words(SelRecord.decode(HexFormat.of().parseHex(
                record + data[0] + "30" + data[1] + data[2] + data[3] + data[4])));

        assertThat(words.type()).isEqualTo(type);
        assertThat(words.text()).isEqualTo(text);
        assertThat(words.severity()).isEqualTo(severity);
        assertThat(words.sensor()).isEqualTo("Sensor 30h");
    }

    @Test
    void a_known_sensor_gives_its_name_and_its_units() {
        var sensor = TestRack.sensors().stream().map(IpmiSim.Sensor::record).filter(FullSensor.class::isInstance)
                .map(FullSensor.class::cast).filter(full -> full.common().isThreshold() && !full.isNonLinear())
                .findFirst().orElseThrow();
        var common = sensor.common();
        var event = new SystemEvent(7, SelTimestamp.NONE, common.owner(), common.lun(), 4, common.sensorType(),
                common.number(), 0x01, 0x59, 0x40, 0x3F);

        var words = new EventLexicon(List.of(sensor), List.of()).words(event);

        assertThat(words.sensor()).isEqualTo(sensor.name());
        assertThat(words.text()).startsWith("Upper critical going high, reading ")
                .contains(common.units().symbol()).doesNotContain("40h");
    }

    @Test
    void a_sensor_that_is_not_known_is_told_with_whose_it_is() {
        var event = new SystemEvent(7, SelTimestamp.NONE, 0x01, 0, 4, 0x0F, 0x06, 0x6F, 0x02, 0xFF, 0xFF);

        assertThat(none.words(event).sensor()).isEqualTo("Sensor 06h of the BIOS");
    }

    @Test
    void a_sensor_that_only_makes_events_gives_its_name_too() throws Exception {
        var bios = new EventOnlySensor(9, 0x01, 0, 0x05, new Entity(0x22, 1), 0x0F, 0x6F, 2, "POST Progress");
        var event = new SystemEvent(7, SelTimestamp.NONE, 0x01, 0, 4, 0x0F, 0x06, 0x6F, 0x02, 0xFF, 0xFF);

        assertThat(SdrRecord.decode(bios.encode())).isEqualTo(bios);
        assertThat(new EventLexicon(List.of(), List.of(bios)).words(event).sensor()).isEqualTo("POST Progress");
    }

    @Test
    void records_of_makers_are_kept_and_shown_in_hex() throws Exception {
        byte[] timed = HexFormat.of().parseHex("0200c1040302016fa20200112233ff");
        byte[] untimed = HexFormat.of().parseHex("0300e7000102030405060708090a0b0c");
        var first = SelRecord.decode(Arrays.copyOf(timed, 16));
        var second = SelRecord.decode(untimed);

        assertThat(first).isInstanceOf(SelRecord.Timestamped.class);
        assertThat(second.encode()).isEqualTo(untimed);
        assertThat(none.words(second).text()).isEqualTo("OEM record E7h: 000102030405060708090a0b0c");
    }

    @Test
    void a_time_before_the_clock_was_set_is_none() {
        assertThat(new SelTimestamp(90).instant()).isEmpty();
        assertThat(new SelTimestamp(90).sinceStart()).contains(Duration.ofSeconds(90));
        assertThat(SelTimestamp.NONE.instant()).isEmpty();
        assertThat(SelTimestamp.of(Instant.parse("2040-01-01T00:00:00Z")).instant())
                .contains(Instant.parse("2040-01-01T00:00:00Z"));
    }

    @Test
    void every_record_survives_encoding() throws MalformedIpmiMessage {
        var event = new SystemEvent(0xFFFE, SelTimestamp.of(Instant.parse("2026-11-26T00:00:00Z")), 0x20, 0x10, 4, 8,
                0xF1, 0x81, 0x5B, 1, 2);

        assertThat(SelRecord.decode(event.encode())).isEqualTo(event);
    }
}
