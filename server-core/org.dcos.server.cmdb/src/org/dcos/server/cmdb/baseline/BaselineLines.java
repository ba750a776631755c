package org.dcos.server.cmdb.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dcos.domain.baseline.BaselineFile;
import org.dcos.domain.baseline.BaselineReport.CellError;
import org.dcos.domain.problem.Invalid;
import org.dcos.server.cmdb.sheet.Table;
import org.dcos.server.cmdb.sheet.Unreadable;

/**
 * What a file says, row by row. A sheet with serial numbers is one of servers, a sheet with racks and no serial numbers
 * is one of racks; others are not looked at.
 *
 * @param errors all that is wrong with single cells and headers; later steps add theirs
 */
record BaselineLines(List<RackLine> racks, List<ServerLine> servers, List<CellError> errors) {

    /** @throws Invalid when the file is no table, or has neither servers nor racks */
    static BaselineLines read(BaselineFile file) throws Invalid {
        byte[] content = file.content();
        if (content.length > BaselineFile.MAX_BYTES) {
            throw Invalid.field("file", "The file has %d MiB; at most %d are taken. Split it."
                    .formatted(content.length >> 20, BaselineFile.MAX_BYTES >> 20));
        }
        try {
            var lines = new BaselineLines(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            var names = new ArrayList<String>();
            boolean known = false;
            for (Table table : tables(file.name(), content)) {
                names.add(table.name());
                Optional<Header> header = Header.of(table);
                header.ifPresent(lines::add);
                known |= header.isPresent();
            }
            if (!known) {
                throw Invalid.field("file",
                        ("Neither servers nor racks are found in %s. A sheet of servers has the columns "
                                + "name, serial, idc, room, rack, unit, height_u; "
                                + "a sheet of racks has idc, room, rack, height_u.")
                                        .formatted(String.join(", ", names)));
            }
            return lines;
        } catch (Unreadable e) {
            throw Invalid.field("file", e.getMessage());
        }
    }

    private static List<Table> tables(String name, byte[] content) throws Unreadable {
        return Table.read(name, content).stream().map(Table::flat).toList();
    }

    private void add(Header header) {
        boolean ofServers = header.servers();
        Header known = ofServers ? header : header.ofRacks();
        checkHeader(known,
                ofServers ? List.of(Column.NAME, Column.SERIAL) : List.of(Column.IDC, Column.ROOM, Column.RACK));
        List<Table.Row> rows = known.table().rows();
        for (Table.Row row : rows.subList(known.index() + 1, rows.size())) {
            var line = new Line(known, row, errors);
            if (ofServers) {
                servers.add(ServerLine.of(line));
            } else {
                racks.add(RackLine.of(line));
            }
        }
    }

    /** Tells of missing columns, and of headers that look like a misspelt one that is not there. */
    private void checkHeader(Header header, List<Column> required) {
        Table.Row row = header.row();
        var misspelt = new ArrayList<Column>();
        for (int i = 0; i < row.cells().size(); i++) {
            String text = row.cell(i).text();
            Optional<Column> near = text.isEmpty() || Column.of(text).isPresent() ? Optional.empty()
                    : Column.near(text);
            if (near.isPresent() && !header.has(near.get())) {
                misspelt.add(near.get());
                errors.add(
                        new CellError(header.table().name(), row.number(), text, Table.cellName(i, row.number()), text,
                                "There is no column of this name.", Optional.of(near.get().title())));
            }
        }
        for (Column column : required) {
            if (!header.has(column) && !misspelt.contains(column)) {
                errors.add(new CellError(header.table().name(), row.number(), "", "", "",
                        "The column %s is missing.".formatted(column.title()), Optional.empty()));
            }
        }
    }
}
