package org.dcos.lab.bmc;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dcos.lab.plan.HardwareModel;
import org.dcos.lab.plan.Seed;
import org.dcos.lab.plan.ServerPlan;
import org.dcos.lab.sensor.SensorLayout;
import org.dcos.net.ipmi.fru.BoardArea;
import org.dcos.net.ipmi.fru.ChassisArea;
import org.dcos.net.ipmi.fru.Fru;
import org.dcos.net.ipmi.fru.MemoryModule;
import org.dcos.net.ipmi.fru.PowerSupplyRecord;
import org.dcos.net.ipmi.fru.ProductArea;
import org.dcos.net.ipmi.wire.CompletionCode;

/** The FRU inventories of one server; made from its plan each time, kept only once somebody has written to them. */
final class FruStorage {

    static final int SIZE = 512;

    private static final int COUNT = SensorLayout.FIRST_MODULE_FRU + SensorLayout.MODULES;
    /** Samsung in JEP106, bank and code with parity. */
    private static final int MODULE_BANK = 0x80;
    private static final int MODULE_CODE = 0xCE;
    private static final byte[] NOT_WRITTEN = {};
    private static final Instant FIRST_BOARD = Instant.parse("2019-01-07T00:00:00Z");
    private static final int DAYS_OF_BOARDS = 2_000;

    private final ServerPlan server;
    private FruTexts texts;
    private byte[][] written = {};
    private Set<Integer> pulled = Set.of();

    FruStorage(ServerPlan server) {
        this.server = server;
        this.texts = FruTexts.of(server);
    }

    FruTexts texts() {
        return texts;
    }

    /** What was written before goes. */
    void setTexts(FruTexts other) {
        texts = other;
        written = new byte[0][];
    }

    /** A part that somebody has taken out, or put back. */
    void setPresent(int id, boolean present) {
        var changed = new HashSet<>(pulled);
        if (present) {
            changed.remove(id);
        } else {
            changed.add(id);
        }
        pulled = Set.copyOf(changed);
    }

    /** Not to be changed. @throws Refused with CBh for a FRU that is not there */
    byte[] data(int id) throws Refused {
        if (id >= COUNT || pulled.contains(id)) {
            throw new Refused(CompletionCode.NOT_PRESENT);
        }
        if (written.length > 0 && written[id].length > 0) {
            return written[id];
        }
        return id >= SensorLayout.FIRST_MODULE_FRU ? ofModule(id - SensorLayout.FIRST_MODULE_FRU)
                : (id == SensorLayout.SERVER_FRU ? ofServer() : ofSupply(id)).encode(SIZE);
    }

    void write(int id, int at, byte[] bytes) throws Refused {
        byte[] data = data(id).clone();
        if (at + bytes.length > data.length) {
            throw new Refused(CompletionCode.PARAMETER_OUT_OF_RANGE);
        }
        System.arraycopy(bytes, 0, data, at, bytes.length);
        if (written.length == 0) {
            written = new byte[COUNT][];
            Arrays.fill(written, NOT_WRITTEN);
        }
        written[id] = data;
    }

    private Fru ofServer() {
        HardwareModel hardware = server.hardware();
        String maker = texts.manufacturer();
        long part = Seed.between(hardware.ordinal() + 1L, 100_000, 999_999);
        var chassis = new ChassisArea(ChassisArea.RACK_MOUNT, "CH-%d".formatted(part), texts.serial(), List.of());
        var board = new BoardArea(0, Optional.of(madeOn()), maker, texts.model() + " board",
                texts.boardSerial(), "BD-%d".formatted(part), "", List.of());
        var product = new ProductArea(0, maker, texts.model(), "%d".formatted(part), "01", texts.serial(),
                texts.assetTag(), "", List.of());
        return Fru.of(chassis, board, product);
    }

    private Fru ofSupply(int id) {
        HardwareModel hardware = server.hardware();
        var product = new ProductArea(0, hardware.manufacturer().displayName(),
                "PSU %d W".formatted(hardware.supplyWatts()), "PS-%d".formatted(hardware.supplyWatts()), "02",
                "PS%09d%d".formatted(server.number() * 53L, id), "", "", List.of());
        return new Fru(Optional.empty(), Optional.empty(), Optional.of(product), List.of())
                .with(List.of(PowerSupplyRecord.ofMains(hardware.supplyWatts())));
    }

    private byte[] ofModule(int module) {
        return MemoryModule.encode(MODULE_BANK, MODULE_CODE, "M393A4K40DB3-CWE",
                0x1A000000 + server.number() * SensorLayout.MODULES + module);
    }

    private Instant madeOn() {
        return FIRST_BOARD.plus(Duration.ofDays(Seed.between(server.seed() + 3, 0, DAYS_OF_BOARDS)));
    }
}
