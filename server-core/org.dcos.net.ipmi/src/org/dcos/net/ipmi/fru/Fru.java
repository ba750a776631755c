package org.dcos.net.ipmi.fru;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/**
 * What a FRU inventory says (Platform Management FRU Information Storage Definition v1.0, §8 to §18). Areas that are
 * not as specified are told in {@code problems}; an area with a wrong checksum is decoded all the same, because such
 * FRUs are in the field, so whoever relies on a value looks at the problems too.
 *
 * @param records  of the multi-record area, in their order
 * @param problems sentences about areas that could not, or not fully, be read
 */
public record Fru(Optional<ChassisArea> chassis, Optional<BoardArea> board, Optional<ProductArea> product,
        List<FruRecord> records, List<String> problems) {

    /** Length of the common header, and unit of all offsets and lengths in it, bytes (§8). */
    public static final int HEADER_LENGTH = 8;

    static final int UNIT = 8;

    /** Format version in bits 3:0 of the common header and of each area (§8, §10 to §12). */
    static final int FORMAT_VERSION = 1;

    /** Nothing is known. */
    public static final Fru NONE = new Fru(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());

    public Fru {
        records = List.copyOf(records);
        problems = List.copyOf(problems);
    }

    /** Without a multi-record area. */
    public Fru(Optional<ChassisArea> chassis, Optional<BoardArea> board, Optional<ProductArea> product,
            List<String> problems) {
        this(chassis, board, product, List.of(), problems);
    }

    public static Fru of(ChassisArea chassis, BoardArea board, ProductArea product) {
        return new Fru(Optional.of(chassis), Optional.of(board), Optional.of(product), List.of());
    }

    /** Serial number by which a server is known: that of the product, else of the chassis, else of the board. */
    public Optional<String> serialNumber() {
        return product.map(ProductArea::serialNumber).filter(s -> !s.isBlank())
                .or(() -> chassis.map(ChassisArea::serialNumber).filter(s -> !s.isBlank()))
                .or(() -> board.map(BoardArea::serialNumber).filter(s -> !s.isBlank()));
    }

    /**
     * @param data the inventory from its first byte; may end early, then areas behind are problems
     * @throws MalformedIpmiMessage when there is no valid common header
     */
    public static Fru decode(byte[] data) throws MalformedIpmiMessage {
        FruHeader header = FruHeader.decode(data);
        var problems = new ArrayList<String>();
        var chassis = FruArea.read("chassis", data, header.chassisAt(), problems).map(ChassisArea::decode);
        var board = FruArea.read("board", data, header.boardAt(), problems).map(BoardArea::decode);
        var product = FruArea.read("product", data, header.productAt(), problems).map(ProductArea::decode);
        return new Fru(chassis, board, product, FruRecord.readAll(data, header.recordsAt(), problems), problems);
    }

    /** With these records in its multi-record area. */
    public Fru with(List<FruRecord> others) {
        return new Fru(chassis, board, product, others, problems);
    }

    /**
     * The inventory with its checksums, zero-filled to {@code size}.
     *
     * @throws IllegalArgumentException when it does not fit
     */
    public byte[] encode(int size) {
        byte[] chassisArea = chassis.map(ChassisArea::encode).orElse(new byte[0]);
        byte[] boardArea = board.map(BoardArea::encode).orElse(new byte[0]);
        byte[] productArea = product.map(ProductArea::encode).orElse(new byte[0]);
        int boardAt = HEADER_LENGTH + chassisArea.length;
        int productAt = boardAt + boardArea.length;
        int recordsAt = productAt + productArea.length;
        byte[] recordArea = FruRecord.encode(records);
        if (recordsAt + recordArea.length > size) {
            throw new IllegalArgumentException("FRU of %d bytes does not fit %d".formatted(
                    recordsAt + recordArea.length, size));
        }
        byte[] data = new byte[size];
        var header = new FruHeader(chassisArea.length == 0 ? 0 : HEADER_LENGTH, boardArea.length == 0 ? 0 : boardAt,
                productArea.length == 0 ? 0 : productAt, recordArea.length == 0 ? 0 : recordsAt);
        System.arraycopy(header.encode(), 0, data, 0, HEADER_LENGTH);
        System.arraycopy(chassisArea, 0, data, HEADER_LENGTH, chassisArea.length);
        System.arraycopy(boardArea, 0, data, boardAt, boardArea.length);
        System.arraycopy(productArea, 0, data, productAt, productArea.length);
        System.arraycopy(recordArea, 0, data, recordsAt, recordArea.length);
        return data;
    }
}
