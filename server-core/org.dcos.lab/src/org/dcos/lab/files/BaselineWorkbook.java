package org.dcos.lab.files;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.dcos.lab.plan.HardwareModel;
import org.dcos.lab.plan.LabPlan;
import org.dcos.lab.plan.RackPlan;
import org.dcos.lab.plan.ServerPlan;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * baseline.xlsx: the racks and servers as a purchase department would list them, on the sheets "racks" and "servers".
 * Serial numbers and asset tags are text cells, so that zeros in front stay.
 *
 * @param addresses of the servers' controllers, in the order of the plan's servers
 */
public record BaselineWorkbook(LabPlan plan, List<InetSocketAddress> addresses) {

    /** A column: what its header says and how wide it is, in characters. */
    private record Column(String title, int width) {}

    private static final List<Column> RACK_COLUMNS = List.of(new Column("idc", 16), new Column("room", 12),
            new Column("row", 8), new Column("rack", 10), new Column("height_u", 11), new Column("power_budget_w", 17));
    private static final List<Column> SERVER_COLUMNS = List.of(new Column("name", 16), new Column("serial", 24),
            new Column("asset_tag", 14), new Column("manufacturer", 15), new Column("model", 24),
            new Column("height_u", 11), new Column("idc", 16), new Column("room", 12), new Column("rack", 10),
            new Column("unit", 8), new Column("face", 8), new Column("owner", 20), new Column("bmc_address", 16),
            new Column("bmc_port", 11));
    private static final String TEXT_FORMAT = "@";
    private static final String HEADER_COLOR = "FFE9EDF3";

    public BaselineWorkbook {
        addresses = List.copyOf(addresses);
    }

    public void write(Path file) throws IOException {
        WholeFile.write(file, this::writeTo);
    }

    private void writeTo(OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, "DCOS lab", "1.0")) {
            writeRacks(workbook.newWorksheet("racks"));
            writeServers(workbook.newWorksheet("servers"));
        }
    }

    private void writeRacks(Worksheet sheet) {
        header(sheet, RACK_COLUMNS);
        int row = 1;
        for (RackPlan rack : plan.racks()) {
            text(sheet, row, 0, rack.idc(), rack.room(), rack.row(), rack.name());
            sheet.value(row, 4, rack.heightUnits());
            sheet.value(row, 5, rack.powerBudgetWatts());
            row++;
        }
        formatAsText(sheet, plan.racks().size(), 0, 1, 2, 3);
    }

    private void writeServers(Worksheet sheet) {
        header(sheet, SERVER_COLUMNS);
        for (int i = 0; i < plan.servers().size(); i++) {
            ServerPlan server = plan.servers().get(i);
            HardwareModel hardware = server.hardware();
            RackPlan rack = server.rack();
            int row = i + 1;
            text(sheet, row, 0, server.name(), server.serial(), server.assetTag(),
                    hardware.manufacturer().displayName(), hardware.model());
            sheet.value(row, 5, hardware.heightUnits());
            text(sheet, row, 6, rack.idc(), rack.room(), rack.name());
            sheet.value(row, 9, server.lowestUnit());
            text(sheet, row, 10, ServerPlan.FACE, server.owner(), addresses.get(i).getAddress().getHostAddress());
            sheet.value(row, 13, addresses.get(i).getPort());
        }
        formatAsText(sheet, plan.servers().size(), 0, 1, 2, 3, 4, 6, 7, 8, 10, 11, 12);
    }

    private static void header(Worksheet sheet, List<Column> columns) {
        for (int i = 0; i < columns.size(); i++) {
            sheet.value(0, i, columns.get(i).title());
            sheet.width(i, columns.get(i).width());
        }
        sheet.range(0, 0, 0, columns.size() - 1).style().bold().fillColor(HEADER_COLOR).set();
        sheet.freezePane(0, 1);
        sheet.setAutoFilter(0, 0, columns.size() - 1);
    }

    private static void text(Worksheet sheet, int row, int firstColumn, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            sheet.value(row, firstColumn + i, texts[i]);
        }
    }

    /** So that a serial number typed over in a spreadsheet program stays text too. */
    private static void formatAsText(Worksheet sheet, int lastRow, int... columns) {
        for (int column : columns) {
            sheet.range(1, column, lastRow, column).style().format(TEXT_FORMAT).set();
        }
    }
}
