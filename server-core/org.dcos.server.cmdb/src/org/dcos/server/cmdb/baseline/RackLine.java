package org.dcos.server.cmdb.baseline;

import java.util.OptionalInt;

import org.dcos.domain.cmdb.Rack;
import org.dcos.server.cmdb.Limits;

/**
 * A row of a racks sheet.
 *
 * @param height empty where the cell is not readable, or not there
 * @param power  empty where there is none
 */
record RackLine(Line line, String idc, String room, String row, String rack, OptionalInt height, OptionalInt power) {

    static RackLine of(Line line) {
        return new RackLine(line, line.required(Column.IDC, Limits.NAME), line.required(Column.ROOM, Limits.NAME),
                line.text(Column.ROW, Limits.NAME), line.required(Column.RACK, Limits.NAME),
                number(line, Column.HEIGHT, Rack.MAX_HEIGHT_UNITS, "rack units"),
                number(line, Column.POWER_BUDGET, Limits.POWER_WATTS, "watts"));
    }

    private static OptionalInt number(Line line, Column column, int most, String what) {
        String text = line.text(column);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalInt number = Units.number(text);
        if (number.isEmpty()) {
            line.error(column, "Give a whole number of %s.".formatted(what), Units.firstNumber(text));
        } else if (number.getAsInt() < 1 || number.getAsInt() > most) {
            line.error(column, "Give 1 to %d %s.".formatted(most, what));
            return OptionalInt.empty();
        }
        return number;
    }
}
