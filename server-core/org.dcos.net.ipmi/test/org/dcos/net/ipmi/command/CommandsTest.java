package org.dcos.net.ipmi.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.dcos.net.ipmi.sdr.RawThresholds;
import org.dcos.net.ipmi.sdr.ReadingFactors;
import org.dcos.net.ipmi.sdr.Threshold;
import org.dcos.net.ipmi.wire.CipherSuite;
import org.dcos.net.ipmi.wire.PrivilegeLevel;
import org.junit.jupiter.api.Test;

class CommandsTest {

    @Test
    void a_device_id_survives_encoding() throws Exception {
        var id = new DeviceId(0x20, 1, true, false, 2, 0x45, 0x02, 0xBF, 0x2A2, 0x100, new byte[] {1, 2, 3, 4});

        var again = new DeviceId.Get().decode(id.encode());

        assertThat(again).usingRecursiveComparison().isEqualTo(id);
        assertThat(again.firmware()).isEqualTo("2.45");
        assertThat(again.ipmi()).isEqualTo("2.0");
    }

    @Test
    void chassis_status_is_read_bit_by_bit() throws Exception {
        var status = new ChassisStatus.Get().decode(HexFormat.of().parseHex("4910" + "55"));

        assertThat(status.isOn()).isTrue();
        assertThat(status.hasPowerFault()).isTrue();
        assertThat(status.hasPowerOverload()).isFalse();
        assertThat(status.restorePolicy()).isEqualTo(ChassisStatus.RestorePolicy.ALWAYS_ON);
        assertThat(status.isIntruded()).isTrue();
        assertThat(status.hasDriveFault()).isTrue();
        assertThat(status.hasCoolingFault()).isFalse();
        assertThat(status.identifyState()).isEqualTo(ChassisStatus.IdentifyState.ON_FOR_A_WHILE);
    }

    @Test
    void boot_flags_keep_bits_that_have_no_meaning_here() throws Exception {
        byte[] data = HexFormat.of().parseHex("e0" + "85" + "112233");

        var flags = BootFlags.decode(data);

        assertThat(flags.device()).contains(BootFlags.Device.PXE);
        assertThat(flags.valid()).isTrue();
        assertThat(flags.persistent()).isTrue();
        assertThat(flags.uefi()).isTrue();
        assertThat(flags.encode()).isEqualTo(data);
    }

    @Test
    void boot_flags_are_those_of_the_specification() {
        assertThat(BootFlags.of(BootFlags.Device.PXE, false, false).encode()).startsWith(0x80, 0x04, 0);
        assertThat(BootFlags.of(BootFlags.Device.BIOS_SETUP, false, true).encode()).startsWith(0xA0, 0x18);
        assertThat(BootFlags.of(BootFlags.Device.DISK, true, true).encode()).startsWith(0xE0, 0x08);
    }

    @Test
    void a_list_of_cipher_suites_survives_being_cut_into_pieces() throws Exception {
        byte[] records = CipherSuiteList.records(List.of(CipherSuite.SUITE_3, CipherSuite.SUITE_17,
                CipherSuite.SUITE_0));

        assertThat(CipherSuiteList.suites(records)).containsExactly(CipherSuite.SUITE_3, CipherSuite.SUITE_17,
                CipherSuite.SUITE_0);
    }

    @Test
    void oem_records_in_a_list_of_cipher_suites_are_passed_over() {
        byte[] records = HexFormat.of().parseHex("c18057010001" + "4181" + "c003014181" + "c01103");

        assertThat(CipherSuiteList.suites(records)).containsExactly(CipherSuite.SUITE_3, CipherSuite.SUITE_17);
    }

    @Test
    void channel_capabilities_survive_encoding() throws Exception {
        var capabilities = new ChannelAuthentication(1, 0x96, 0x34, 0x03, 0x2A2, 5);

        var again = new ChannelAuthentication.Get(ChannelAuthentication.PRESENT_CHANNEL, PrivilegeLevel.USER)
                .decode(capabilities.encode());

        assertThat(again).isEqualTo(capabilities);
        assertThat(again.supportsRmcpPlus()).isTrue();
        assertThat(again.needsBmcKey()).isTrue();
    }

    @Test
    void a_guid_is_read_in_the_order_that_the_reader_chooses() throws Exception {
        var guid = new IpmiGuid.GetSystem().decode(HexFormat.of().parseHex("33221100554477668899aabbccddeeff"));

        assertThat(guid.smbios()).isEqualTo(UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"));
        assertThat(guid.reversed()).isEqualTo(UUID.fromString("ffeeddcc-bbaa-9988-6677-445500112233"));
    }

    @Test
    void repository_commands_survive_encoding() throws Exception {
        var info = new SdrRepository.Info(0x51, 300, 0xFFFF, 5, -6, 2);
        var get = new SdrRepository.Get(true, 0xBEEF, 0x1234, 5, 16);
        var part = new SdrRepository.Part(0xFFFF, new byte[] {1, 2});

        assertThat(new SdrRepository.GetInfo().decode(info.encode())).isEqualTo(info);
        assertThat(SdrRepository.Get.of(true, get.data())).isEqualTo(get);
        assertThat(get.decode(part.encode())).usingRecursiveComparison().isEqualTo(part);
        assertThat(new SdrRepository.Reserve(false).decode(new byte[] {(byte) 0xEF, (byte) 0xBE})).isEqualTo(0xBEEF);
    }

    @Test
    void readings_tell_crossed_thresholds_and_states() throws Exception {
        var reading = new SensorReading.Get(1, 0).decode(HexFormat.of().parseHex("61c0d8"));

        assertThat(reading.isAvailable()).isTrue();
        assertThat(reading.crossed()).containsExactly(Threshold.UPPER_NON_CRITICAL, Threshold.UPPER_CRITICAL);
        assertThat(new SensorReading.Get(1, 0).decode(SensorReading.unavailable().encode()).isAvailable()).isFalse();
        assertThat(new SensorReading.Get(1, 0).decode(SensorReading.available(9, 0x4102).encode()).states())
                .isEqualTo(0x4102);
    }

    @Test
    void thresholds_and_factors_survive_encoding() throws Exception {
        var thresholds = new SensorThresholds(0x1B, new RawThresholds(1, 2, 3, 4, 5, 6));
        var set = new SensorThresholds.Set(7, 0, thresholds);
        var factors = new SensorFactors(9, ReadingFactors.of(-3, 4, -2, 1));

        assertThat(new SensorThresholds.Get(7, 0).decode(thresholds.encode())).isEqualTo(thresholds);
        assertThat(SensorThresholds.Set.of(0, set.data())).isEqualTo(set);
        assertThat(new SensorFactors.Get(7, 0, 8).decode(factors.encode())).isEqualTo(factors);
    }

    @Test
    void fru_commands_survive_encoding() throws Exception {
        var info = new FruInventory.Info(512, true);
        var read = new FruInventory.Read(0, 300, 32);

        assertThat(new FruInventory.GetInfo(0).decode(info.encode())).isEqualTo(info);
        assertThat(FruInventory.Read.of(read.data())).isEqualTo(read);
    }

    @Test
    void only_commands_that_may_do_harm_twice_are_not_repeatable() {
        assertThat(new ChassisControl(ChassisControl.Action.POWER_CYCLE).isRepeatable()).isFalse();
        assertThat(new ChassisStatus.Get().isRepeatable()).isTrue();
        assertThat(new ChassisControl(ChassisControl.Action.POWER_CYCLE).privilege())
                .isEqualTo(PrivilegeLevel.OPERATOR);
    }
}
