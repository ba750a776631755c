package org.dcos.tests.peers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

import org.dhatim.fastexcel.Workbook;

/** Three racks with sixty servers as a purchasing department would send them. */
public final class Baseline {

    public static final int SERVERS = 60;
    private static final int IN_A_RACK = 20;

    private Baseline() {}

    /** With leading zeros, which have to survive. */
    public static String serial(int number) {
        return "00210235%04d".formatted(number);
    }

    public static String name(int number) {
        return "srv-a%02d-%02d".formatted(number / IN_A_RACK + 1, number % IN_A_RACK + 1);
    }

    public static byte[] xlsx() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "baseline", "1.0")) {
            var racks = book.newWorksheet("racks");
            row(racks, 0, List.of("idc", "room", "row", "rack", "height_u", "power_budget_w"));
            for (int i = 1; i <= SERVERS / IN_A_RACK; i++) {
                row(racks, i, List.of("Shanghai A", "Room 201", "A", "A%02d".formatted(i), 42, 9000));
            }
            var servers = book.newWorksheet("servers");
            row(servers, 0,
                    List.of("name", "serial", "asset_tag", "manufacturer", "model", "height_u", "idc", "room", "rack",
                            "unit", "face", "owner", "bmc_address", "bmc_port"));
            IntStream.range(0, SERVERS)
                    .forEach(i -> row(servers, i + 1, List.of(name(i), serial(i), "A-%05d".formatted(i),
                            "DCLab", "LabServer R1", 2, "Shanghai A", "Room 201", "A%02d".formatted(i / IN_A_RACK + 1),
                            1 + i % IN_A_RACK * 2, "front", "li.wei", "", "")));
        }
        return out.toByteArray();
    }

    private static void row(org.dhatim.fastexcel.Worksheet sheet, int row, List<?> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (cells.get(column) instanceof Number number) {
                sheet.value(row, column, number);
            } else {
                sheet.value(row, column, cells.get(column).toString());
            }
        }
    }
}
