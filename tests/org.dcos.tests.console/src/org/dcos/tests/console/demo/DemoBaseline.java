package org.dcos.tests.console.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A purchase list for a new row in the made-up data centre: as it should be, and with what people get wrong. */
public final class DemoBaseline {

    private static final int RACKS = 4;
    private static final int IN_A_RACK = 16;
    private static final int UNIT = 6;
    private static final int RACK = 5;
    private static final int SERIAL = 1;
    private static final int HEIGHT = 7;
    private static final int FACE = 8;

    private DemoBaseline() {}

    public static byte[] right() throws IOException {
        return xlsx(servers());
    }

    /** A serial number twice, a rack that is not there, units that are taken or beyond the top, words for numbers. */
    public static byte[] wrong() throws IOException {
        var servers = servers();
        servers.get(9).set(SERIAL, servers.get(8).get(SERIAL));
        servers.get(12).set(RACK, "D1O");
        servers.get(15).set(UNIT, 43);
        servers.get(20).set(HEIGHT, "two");
        servers.get(27).set(UNIT, servers.get(26).get(UNIT));
        servers.get(33).set(FACE, "left");
        return xlsx(servers);
    }

    private static byte[] xlsx(List<List<Object>> servers) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "purchase", "1.0")) {
            var racks = book.newWorksheet("racks");
            row(racks, 0, List.of("idc", "room", "row", "rack", "height_u", "power_budget_w"));
            for (int i = 1; i <= RACKS; i++) {
                row(racks, i, List.of("Shanghai A", "Room 203", "D", rack(i), 42, 9000));
            }
            var sheet = book.newWorksheet("servers");
            row(sheet, 0, List.of("name", "serial", "manufacturer", "model", "room", "rack", "unit", "height_u", "face",
                    "owner", "idc"));
            for (int i = 0; i < servers.size(); i++) {
                row(sheet, i + 1, servers.get(i));
            }
        }
        return out.toByteArray();
    }

    private static List<List<Object>> servers() {
        var all = new ArrayList<List<Object>>();
        for (int i = 0; i < RACKS * IN_A_RACK; i++) {
            int rack = i / IN_A_RACK + 1;
            int place = i % IN_A_RACK;
            all.add(new ArrayList<>(List.of("srv-d%02d-%02d".formatted(rack + 9, place + 1),
                    "210235A3T%05d".formatted(1187 + i), "Inspur", "NF5280M6", "Room 203", rack(rack), 1 + place * 2, 2,
                    "front", "platform", "Shanghai A")));
        }
        return all;
    }

    private static String rack(int number) {
        return "D%02d".formatted(number + 9);
    }

    private static void row(Worksheet sheet, int row, List<?> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (cells.get(column) instanceof Number number) {
                sheet.value(row, column, number);
            } else {
                sheet.value(row, column, cells.get(column).toString());
            }
        }
    }

    /** Servers as a list for the records, two of them in no rack that there is. */
    public static String list() {
        var lines = new StringBuilder("Name,Serial number,Asset tag,Rack,U,Height (U),Maker,Model,Owner\n");
        for (int i = 1; i <= 24; i++) {
            lines.append(
                    "srv-c04-%d,2102311XDB10K7%06d,AT-2%04d,%s,%d,1,Inspur,NF5280M6,platform\n".formatted(60 + i, i,
                            i, i % 11 == 5 ? "C4" : "C04", i > 18 ? 0 : i));
        }
        return lines.toString();
    }
}
