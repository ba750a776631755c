package org.dcos.ui.canvas.terminal;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

/**
 * Draws the lines and blocks that menus of firmware are made of, so that they meet from cell to cell whatever the font
 * makes of them.
 */
final class BoxDrawing {

    private static final int FIRST_BLOCK = 0x2580;
    private static final int LAST_BLOCK = 0x259F;
    private static final int SHADES = 0x2591;
    /** Character, then its arms to the left, right, up and down: 0 none, 1 light, 2 heavy, 3 double. */
    private static final String ARMS = """
            ─1100 ━2200 │0011 ┃0022 ┌0101 ┏0202 ┐1001 ┓2002 └0110 ┗0220 ┘1010 ┛2020 ├0111 ┣0222 ┤1011 ┫2022
            ┬1101 ┳2202 ┴1110 ┻2220 ┼1111 ╋2222 ═3300 ║0033 ╒0301 ╓0103 ╔0303 ╕3001 ╖1003 ╗3003 ╘0310 ╙0130
            ╚0330 ╛3010 ╜1030 ╝3030 ╞0311 ╟0133 ╠0333 ╡3011 ╢1033 ╣3033 ╤3301 ╥1103 ╦3303 ╧3310 ╨1130 ╩3330
            ╪3311 ╫1133 ╬3333 ╭0101 ╮1001 ╯1010 ╰0110 ╴1000 ╵0010 ╶0100 ╷0001 ╸2000 ╹0020 ╺0200 ╻0002""";
    private static final Map<Integer, String> LINES = ARMS.lines().flatMap(line -> java.util.Arrays.stream(line.split(
            " "))).collect(Collectors.toMap(one -> (int) one.charAt(0), one -> one.substring(1)));
    /** The quarters of U+2596 to U+259F: upper left, upper right, lower left, lower right. */
    private static final int[] QUARTERS = {0b0010, 0b0001, 0b1000, 0b1011, 0b1001, 0b1110, 0b1101, 0b0100, 0b0110,
        0b0111};
    private static final int FIRST_QUARTER = 0x2596;
    private static final int EIGHTHS = 8;

    private BoxDrawing() {}

    static boolean draws(int character) {
        return LINES.containsKey(character) || character >= FIRST_BLOCK && character <= LAST_BLOCK;
    }

    /** In the foreground, which is the background too. */
    static void draw(GC gc, int character, Rectangle cell) {
        if (LINES.containsKey(character)) {
            lines(gc, LINES.get(character), cell);
        } else {
            block(gc, character, cell);
        }
    }

    private static void lines(GC gc, String arms, Rectangle cell) {
        int x = cell.x + cell.width / 2;
        int y = cell.y + cell.height / 2;
        boolean across = arms.charAt(0) == '3' || arms.charAt(1) == '3';
        boolean along = arms.charAt(2) == '3' || arms.charAt(3) == '3';
        // an arm ends at the farther line of a double one that it meets
        int reachX = along ? 1 : 0;
        int reachY = across ? 1 : 0;
        arm(gc, arms.charAt(0), new Rectangle(cell.x, y, x + reachX - cell.x + 1, 0));
        arm(gc, arms.charAt(1), new Rectangle(x - reachX, y, cell.x + cell.width - x + reachX, 0));
        arm(gc, arms.charAt(2), new Rectangle(x, cell.y, 0, y + reachY - cell.y + 1));
        arm(gc, arms.charAt(3), new Rectangle(x, y - reachY, 0, cell.y + cell.height - y + reachY));
    }

    /** @param way a line: without height it lies, without width it stands */
    private static void arm(GC gc, char weight, Rectangle way) {
        for (int shift : shifts(weight)) {
            if (way.height == 0) {
                gc.fillRectangle(way.x, way.y + shift, way.width, 1);
            } else {
                gc.fillRectangle(way.x + shift, way.y, 1, way.height);
            }
        }
    }

    private static int[] shifts(char weight) {
        return switch (weight) {
            case '1' -> new int[] {0};
            case '2' -> new int[] {0, 1};
            case '3' -> new int[] {-1, 1};
            default -> new int[0];
        };
    }

    private static void block(GC gc, int character, Rectangle cell) {
        int step = character - FIRST_BLOCK;
        if (step == 0) {
            gc.fillRectangle(cell.x, cell.y, cell.width, cell.height / 2);
        } else if (step <= EIGHTHS) {
            int high = (int) Math.round(cell.height * step / (double) EIGHTHS);
            gc.fillRectangle(cell.x, cell.y + cell.height - high, cell.width, high);
        } else if (step < 2 * EIGHTHS) {
            gc.fillRectangle(cell.x, cell.y, (int) Math.round(cell.width * (2 * EIGHTHS - step) / (double) EIGHTHS),
                    cell.height);
        } else if (step == 2 * EIGHTHS) {
            gc.fillRectangle(cell.x + cell.width / 2, cell.y, cell.width - cell.width / 2, cell.height);
        } else if (character < SHADES + 3) {
            int before = gc.getAlpha();
            gc.setAlpha(64 * (character - SHADES + 1));
            gc.fillRectangle(cell);
            gc.setAlpha(before);
        } else if (character >= FIRST_QUARTER) {
            quarters(gc, QUARTERS[character - FIRST_QUARTER], cell);
        } else {
            gc.fillRectangle(character == 0x2594 ? cell.x : cell.x + cell.width - 1, cell.y,
                    character == 0x2594 ? cell.width : 1, character == 0x2594 ? 1 : cell.height);
        }
    }

    private static void quarters(GC gc, int which, Rectangle cell) {
        int wide = cell.width / 2;
        int high = cell.height / 2;
        IntStream.range(0, 4).filter(i -> (which & 0b1000 >> i) != 0).forEach(i -> gc.fillRectangle(
                cell.x + i % 2 * wide, cell.y + i / 2 * high, i % 2 == 0 ? wide : cell.width - wide,
                i / 2 == 0 ? high : cell.height - high));
    }
}
