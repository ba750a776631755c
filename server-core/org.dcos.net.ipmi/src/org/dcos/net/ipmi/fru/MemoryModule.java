package org.dcos.net.ipmi.fru;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import org.dcos.net.ipmi.sdr.CodeTexts;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.dcos.net.ipmi.wire.PackedText;

/**
 * Who made a memory module, from its serial presence detect data (JEDEC JESD21-C annexes K and L for DDR3 and DDR4,
 * JESD400-5 for DDR5), which a controller shows as a FRU of "DIMM memory ID" (IPMI v2.0 r1.1 table 43-12).
 *
 * @param kind         "DDR4"
 * @param manufacturer by name where it is a common one, else the JEP106 code as "bank 3, code 0Bh"
 * @param serial       eight hexadecimal digits; empty when not written
 */
public record MemoryModule(String kind, String manufacturer, String partNumber, String serial) {

    /** Bytes of the longest layout that is read. */
    public static final int MOST_BYTES = 1024;

    private static final int KIND_AT = 2;
    private static final int SERIAL_LENGTH = 4;
    /** Bytes 3 to 13: module type, 8 Gb in 16 banks, rows and columns, 1.2 V, two ranks by 4 bits, 64 + 8 bits. */
    private static final byte[] DDR4_32_GB = {0x01, (byte) 0x85, 0x21, 0, 0, 0, 0, 0, 0x03, 0x08, 0x0B};
    private static final CodeTexts MANUFACTURERS = CodeTexts.read(MemoryModule.class, "memory-manufacturers.txt");

    /** Where the fields are, by the code of the kind (byte 2). */
    private enum Layout {
        DDR3(0x0B, 117, 122, 128, 18), DDR4(0x0C, 320, 325, 329, 20), DDR5(0x12, 512, 517, 521, 30);

        private final int code;
        private final int manufacturerAt;
        private final int serialAt;
        private final int partAt;
        private final int partLength;

        Layout(int code, int manufacturerAt, int serialAt, int partAt, int partLength) {
            this.code = code;
            this.manufacturerAt = manufacturerAt;
            this.serialAt = serialAt;
            this.partAt = partAt;
            this.partLength = partLength;
        }

        static Optional<Layout> of(int code) {
            return Arrays.stream(values()).filter(layout -> layout.code == code).findFirst();
        }
    }

    /** @throws MalformedIpmiMessage when it is of another kind, or ends before the fields */
    public static MemoryModule decode(byte[] data) throws MalformedIpmiMessage {
        var found = data.length > KIND_AT ? Layout.of(data[KIND_AT] & 0xFF) : Optional.<Layout>empty();
        Layout layout = found.filter(each -> each.partAt + each.partLength <= data.length)
                .orElseThrow(() -> new MalformedIpmiMessage(
                        "memory module data of %d bytes that are no DDR3, DDR4 or DDR5".formatted(data.length)));
        byte[] serial = Arrays.copyOfRange(data, layout.serialAt, layout.serialAt + SERIAL_LENGTH);
        byte[] part = Arrays.copyOfRange(data, layout.partAt, layout.partAt + layout.partLength);
        return new MemoryModule(layout.name(),
                manufacturer(data[layout.manufacturerAt], data[layout.manufacturerAt + 1]),
                PackedText.latin1(part), isBlank(serial) ? "" : HexFormat.of().withUpperCase().formatHex(serial));
    }

    /** The data of a registered DDR4 module of 32 GB with ECC, for a simulator. */
    public static byte[] encode(int bank, int code, String partNumber, int serial) {
        byte[] data = new byte[512];
        data[KIND_AT] = (byte) Layout.DDR4.code;
        System.arraycopy(DDR4_32_GB, 0, data, KIND_AT + 1, DDR4_32_GB.length);
        data[Layout.DDR4.manufacturerAt] = (byte) bank;
        data[Layout.DDR4.manufacturerAt + 1] = (byte) code;
        for (int i = 0; i < SERIAL_LENGTH; i++) {
            data[Layout.DDR4.serialAt + i] = (byte) (serial >> 8 * (SERIAL_LENGTH - 1 - i));
        }
        byte[] text = partNumber.getBytes(StandardCharsets.US_ASCII);
        Arrays.fill(data, Layout.DDR4.partAt, Layout.DDR4.partAt + Layout.DDR4.partLength, (byte) ' ');
        System.arraycopy(text, 0, data, Layout.DDR4.partAt, Math.min(text.length, Layout.DDR4.partLength));
        return data;
    }

    /** JEP106: number of the bank less one, then the code, both with odd parity in bit 7. */
    private static String manufacturer(byte bank, byte code) {
        int both = (bank & 0x7F) << 8 | code & 0x7F;
        return MANUFACTURERS.text(both, 0).orElseGet(
                () -> "JEP106 bank %d code %02Xh".formatted((bank & 0x7F) + 1, code & 0x7F));
    }

    private static boolean isBlank(byte[] serial) {
        return Arrays.equals(serial, new byte[SERIAL_LENGTH]) || Arrays.equals(serial, new byte[] {-1, -1, -1, -1});
    }
}
