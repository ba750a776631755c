package org.dcos.ui.canvas.ipmap;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.AddressRange;
import org.dcos.domain.ip.Cidr;
import org.dcos.ui.canvas.geometry.Box;

/**
 * The cells that a prefix is divided into: at most 256, as many in a row as make them about three times as wide as
 * high. Rows hold a power of two of cells, so that an aligned block is always one rectangle.
 *
 * @param shown   the prefix
 * @param split   bits between it and a cell
 * @param columns cells in a row
 */
record IpGrid(Cidr shown, int split, int columns, Box area) {

    private static final int MOST_SPLIT = 8;
    private static final double WIDE = 2.6;

    static IpGrid of(Cidr shown, Box area) {
        int split = Math.min(MOST_SPLIT, shown.hostBits());
        int cells = 1 << split;
        int best = 1;
        for (int columns = 1; columns <= cells; columns *= 2) {
            if (unlikeness(columns, cells, area) < unlikeness(best, cells, area)) {
                best = columns;
            }
        }
        return new IpGrid(shown, split, best, area);
    }

    int cells() {
        return 1 << split;
    }

    int rows() {
        return cells() / columns;
    }

    /** Prefix length of a cell. */
    int cellLength() {
        return shown.length() + split;
    }

    Cidr cell(int index) {
        return shown.part(cellLength(), index);
    }

    /** The cell of an address, clamped to the map. */
    int cellOf(Address address) {
        return (int) Math.clamp(Math.floor(place(address.toBigInteger())), 0, cells() - 1);
    }

    Box box(int cell) {
        return band(cell / columns, cell % columns, cell % columns + 1.0);
    }

    /** @return -1 beside the map */
    int at(int x, int y) {
        if (!area.contains(x, y)) {
            return -1;
        }
        int column = (int) ((x - area.x() + 0.5) * columns / area.width());
        int row = (int) ((y - area.y() + 0.5) * rows() / area.height());
        return Math.clamp(row, 0, rows() - 1) * columns + Math.clamp(column, 0, columns - 1);
    }

    /** Where a range of addresses lies: one box, or up to three when it begins or ends within rows. */
    List<Box> boxes(AddressRange range) {
        double from = Math.max(0, place(range.first().toBigInteger()));
        double to = Math.min(cells(), place(range.last().toBigInteger().add(BigInteger.ONE)));
        var boxes = new ArrayList<Box>();
        if (to <= from) {
            return boxes;
        }
        int top = (int) Math.floor(from / columns);
        int bottom = (int) Math.ceil(to / columns) - 1;
        double left = from - top * (double) columns;
        double right = to - bottom * (double) columns;
        if (top == bottom) {
            boxes.add(band(top, left, right));
            return boxes;
        }
        int fullFrom = left > 0 ? top + 1 : top;
        int fullTo = right < columns ? bottom - 1 : bottom;
        if (left > 0) {
            boxes.add(band(top, left, columns));
        }
        if (fullFrom <= fullTo) {
            var upper = band(fullFrom, 0, columns);
            var lower = band(fullTo, 0, columns);
            boxes.add(new Box(upper.x(), upper.y(), upper.width(), lower.bottom() - upper.y()));
        }
        if (right < columns) {
            boxes.add(band(bottom, 0, right));
        }
        return boxes;
    }

    private Box band(int row, double left, double right) {
        int x1 = area.x() + (int) Math.round(left * area.width() / columns);
        int x2 = area.x() + (int) Math.round(right * area.width() / columns);
        int y1 = area.y() + (int) Math.round(row * (double) area.height() / rows());
        int y2 = area.y() + (int) Math.round((row + 1.0) * area.height() / rows());
        return new Box(x1, y1, x2 - x1, y2 - y1);
    }

    /** In cells from the first; with a fraction. */
    private double place(BigInteger address) {
        var offset = new BigDecimal(address.subtract(shown.first().toBigInteger()));
        var size = new BigDecimal(BigInteger.ONE.shiftLeft(shown.family().bits() - cellLength()));
        return offset.divide(size, MathContext.DECIMAL64).doubleValue();
    }

    private static double unlikeness(int columns, int cells, Box area) {
        double wide = area.width() / (double) columns;
        double high = area.height() / (cells / (double) columns);
        return Math.abs(Math.log(wide / Math.max(1, high) / WIDE));
    }
}
