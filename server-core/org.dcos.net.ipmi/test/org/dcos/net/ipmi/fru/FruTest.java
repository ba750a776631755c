package org.dcos.net.ipmi.fru;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.dcos.net.ipmi.peer.TestRack;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.junit.jupiter.api.Test;

class FruTest {

    private final byte[] data = TestRack.fru().encode(512);

    @Test
    void an_inventory_survives_encoding() throws Exception {
        assertThat(Fru.decode(data)).isEqualTo(TestRack.fru());
    }

    @Test
    void a_wrong_checksum_is_a_problem_and_the_area_is_read_all_the_same() throws Exception {
        data[13]++; // a letter of the chassis' part number

        Fru fru = Fru.decode(data);

        assertThat(fru.problems()).containsExactly("The checksum of the FRU inventory's chassis area is wrong.");
        assertThat(fru.chassis()).isPresent();
        assertThat(fru.product()).isEqualTo(TestRack.fru().product());
    }

    @Test
    void an_inventory_cut_short_has_the_areas_that_are_whole() throws Exception {
        Fru fru = Fru.decode(Arrays.copyOf(data, 64));

        assertThat(fru.chassis()).isPresent();
        assertThat(fru.product()).isEmpty();
        assertThat(fru.problems()).hasSize(2);
    }

    @Test
    void without_a_header_there_is_no_inventory() {
        assertThatThrownBy(() -> Fru.decode(new byte[512])).isInstanceOf(MalformedIpmiMessage.class);
        assertThatThrownBy(() -> Fru.decode(new byte[3])).isInstanceOf(MalformedIpmiMessage.class);
    }

    @Test
    void packed_and_binary_fields_are_read() throws Exception {
        byte[] area = HexFormat.of().parseHex("0104" + "17" // chassis area of 32 bytes, rack mount
                + "43" + "12b3c4" // BCD plus "12-3.4": 1 2 - 3 . 4
                + "83" + "29dca6" // 6-bit "IPMI"
                + "02" + "beef" // binary
                + "c1" + "00".repeat(17));
        byte[] inventory = new byte[8 + area.length];
        System.arraycopy(HexFormat.of().parseHex("0100010000000000"), 0, inventory, 0, 8);
        System.arraycopy(area, 0, inventory, 8, area.length);
        inventory[7] = (byte) -FruArea.sum(inventory, 0, 8);
        inventory[inventory.length - 1] = (byte) -FruArea.sum(inventory, 8, inventory.length);

        var chassis = Fru.decode(inventory).chassis().orElseThrow();

        assertThat(chassis.partNumber()).isEqualTo("12-3.4");
        assertThat(chassis.serialNumber()).isEqualTo("IPMI");
        assertThat(chassis.custom()).containsExactly("beef");
    }

    @Test
    void the_serial_number_of_a_server_is_that_of_the_product_else_of_the_chassis() {
        var full = TestRack.fru();
        var nameless = new Fru(full.chassis(), full.board(), Optional.empty(), List.of());

        assertThat(full.serialNumber()).contains("SN-P-0001");
        assertThat(nameless.serialNumber()).contains("SN-C-0001");
    }

    @Test
    void a_field_of_one_character_survives() throws Exception {
        var one = new Fru(Optional.of(new ChassisArea(1, "A", "", List.of())),
                Optional.empty(), Optional.empty(), List.of());

        assertThat(Fru.decode(one.encode(64))).isEqualTo(one);
    }

    @Test
    void texts_of_another_language_are_unicode_and_serial_numbers_are_not() throws Exception {
        byte[] area = HexFormat.of().parseHex("0104" + "7f" + "c4" + "2d4e8765" // product area in Chinese, manufacturer
                + "c0c0c0" + "c4" + "534e3031" // no name, number, version; serial number
                + "c0c0" + "c1" + "00".repeat(13));
        byte[] inventory = new byte[8 + area.length];
        System.arraycopy(HexFormat.of().parseHex("0100000001000000"), 0, inventory, 0, 8);
        System.arraycopy(area, 0, inventory, 8, area.length);
        inventory[7] = (byte) -FruArea.sum(inventory, 0, 8);
        inventory[inventory.length - 1] = (byte) -FruArea.sum(inventory, 8, inventory.length);

        var product = Fru.decode(inventory).product().orElseThrow();

        assertThat(product.manufacturer()).isEqualTo("\u4e2d\u6587");
        assertThat(product.serialNumber()).isEqualTo("SN01");
    }

    @Test
    void records_of_the_multi_record_area_survive_encoding() throws Exception {
        var fru = new Fru(Optional.empty(), Optional.empty(), Optional.empty(), List.of())
                .with(List.of(PowerSupplyRecord.ofMains(1_300), new FruRecord.Opaque(0xC2, new byte[] {1, 2, 3})));

        var again = Fru.decode(fru.encode(128));

        assertThat(again.problems()).isEmpty();
        assertThat(again.records()).isEqualTo(fru.records());
        assertThat(again.records().getFirst()).isInstanceOfSatisfying(PowerSupplyRecord.class, supply -> {
            assertThat(supply.watts()).isEqualTo(1_300);
            assertThat(supply.lowVolts()).isEqualTo(100);
            assertThat(supply.isHotSwap()).isTrue();
        });
    }

    @Test
    void a_memory_module_tells_who_made_it() throws Exception {
        var module = MemoryModule.decode(MemoryModule.encode(0x80, 0xCE, "M393A4K40DB3-CWE", 0x1A2B3C4D));

        assertThat(module).isEqualTo(new MemoryModule("DDR4", "Samsung", "M393A4K40DB3-CWE", "1A2B3C4D"));
    }
}
