package org.dcos.server.cmdb.baseline;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Rack;
import org.dcos.server.cmdb.Limits;

/**
 * A row of a servers sheet. Of a column that the file does not have, the text is empty and what is recorded stays.
 *
 * @param spot where it is to sit; empty when it is not racked, or what is there cannot be read
 */
record ServerLine(Line line, String name, String serial, String assetTag, String manufacturer, String model,
        String owner, Optional<Spot> spot, String bmcAddress) {

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final int MOST_PORT = 65_535;

    /**
     * A place as written.
     *
     * @param idc    empty where it is not told
     * @param room   empty where it is not told
     * @param height empty where it is not told, or not readable
     */
    record Spot(String idc, String room, String row, String rack, int lowest, OptionalInt height, Face face) {}

    static ServerLine of(Line line) {
        String bmc = line.text(Column.BMC_ADDRESS);
        checkBmc(line, bmc);
        return new ServerLine(line, line.required(Column.NAME, Limits.NAME), line.required(Column.SERIAL, Limits.NAME),
                line.text(Column.ASSET_TAG, Limits.TEXT), line.text(Column.MANUFACTURER, Limits.TEXT),
                line.text(Column.MODEL, Limits.TEXT), line.text(Column.OWNER, Limits.TEXT), spot(line), bmc);
    }

    /** Whether the file says anything about places. */
    boolean tellsPlace() {
        return line.has(Column.RACK) || line.has(Column.UNIT);
    }

    private static Optional<Spot> spot(Line line) {
        String idc = line.text(Column.IDC, Limits.NAME);
        String room = line.text(Column.ROOM, Limits.NAME);
        String row = line.text(Column.ROW, Limits.NAME);
        String rack = line.text(Column.RACK, Limits.NAME);
        String unit = line.text(Column.UNIT);
        OptionalInt height = height(line);
        String side = line.text(Column.FACE);
        Optional<Face> face = Units.face(side);
        if (face.isEmpty()) {
            line.error(Column.FACE, "Give front or rear.",
                    Optional.of(Nearest.of(side, List.of("front", "rear")).orElse("front")));
        }
        if (rack.isEmpty() && unit.isEmpty()) {
            return Optional.empty();
        }
        if (rack.isEmpty()) {
            line.error(Column.RACK, "Give the rack that %s is in.".formatted(unit));
            return Optional.empty();
        }
        if (unit.isEmpty()) {
            line.error(Column.UNIT, "Give the lowest unit in rack %s.".formatted(rack));
            return Optional.empty();
        }
        Optional<Units.Position> position = Units.position(unit);
        if (position.isEmpty()) {
            line.error(Column.UNIT, "Give the lowest unit as a number.", Units.firstNumber(unit));
            return Optional.empty();
        }
        OptionalInt told = position.get().height();
        if (told.isPresent() && height.isPresent() && told.getAsInt() != height.getAsInt()) {
            line.error(Column.UNIT, "%s are %d units, but the height is %d.".formatted(unit, told.getAsInt(),
                    height.getAsInt()));
        }
        return Optional.of(new Spot(idc, room, row, rack, position.get().lowest(), height.isPresent() ? height : told,
                face.orElse(Face.FRONT)));
    }

    private static OptionalInt height(Line line) {
        String text = line.text(Column.HEIGHT);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalInt height = Units.number(text);
        if (height.isEmpty()) {
            line.error(Column.HEIGHT, "Give the height as a whole number of rack units.", Units.firstNumber(text));
        } else if (height.getAsInt() < 1 || height.getAsInt() > Rack.MAX_HEIGHT_UNITS) {
            line.error(Column.HEIGHT, "Give 1 to %d rack units.".formatted(Rack.MAX_HEIGHT_UNITS));
            return OptionalInt.empty();
        }
        return height;
    }

    private static void checkBmc(Line line, String address) {
        String port = line.text(Column.BMC_PORT);
        if (!address.isEmpty() && !isAddress(address)) {
            line.error(Column.BMC_ADDRESS, "Give an IP address in numbers, as 10.1.2.3.");
        }
        if (!port.isEmpty()) {
            OptionalInt number = port.matches("\\d{1,5}") ? OptionalInt.of(Integer.parseInt(port))
                    : OptionalInt.empty();
            if (number.isEmpty() || number.getAsInt() < 1 || number.getAsInt() > MOST_PORT) {
                line.error(Column.BMC_PORT, "Give a UDP port from 1 to %d.".formatted(MOST_PORT), Optional.of("623"));
            }
        }
    }

    private static boolean isAddress(String text) {
        if (!text.contains(":") && !IPV4.matcher(text).matches()) {
            return false;
        }
        try {
            InetAddress.ofLiteral(text);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
