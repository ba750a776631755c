package org.dcos.ui.canvas.terminal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.dcos.ui.canvas.terminal.TerminalScreen.Mode;

/**
 * Reads what a machine writes to its terminal, in UTF-8, with the control sequences of ECMA-48, VT220 and xterm. What
 * is not known is left out; nothing makes it fail or grow.
 */
public final class TerminalParser {

    private static final int MOST_PARAMETERS = 32;
    private static final int MOST_NUMBER = 99_999;
    private static final int MOST_STRING = 4_096;
    private static final int REPLACEMENT = 0xFFFD;
    /** DEC special graphics, from 0x5F on. */
    private static final String GRAPHICS = " ◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·";
    private static final Map<Integer, Mode> MODES = Map.of(1, Mode.CURSOR_KEYS, 6, Mode.ORIGIN, 7, Mode.WRAP, 25,
            Mode.CURSOR, 2004, Mode.PASTE);

    private enum State { GROUND, ESCAPE, CHARSET, HASH, CONTROL, STRING, STRING_ESCAPE }

    private final TerminalScreen screen;
    private final Consumer<byte[]> answers;
    private final Rendition rendition;
    private final List<Integer> parameters = new ArrayList<>();
    private final StringBuilder string = new StringBuilder();
    private State state = State.GROUND;
    private boolean number;
    private char prefix;
    private char intermediate;
    private boolean command;
    private boolean graphics;
    private int designated;
    private final boolean[] drawn = new boolean[2];
    private int shift;
    private int code;
    private int missing;
    private int least;

    /** @param answers gets what the terminal tells when it is asked */
    public TerminalParser(TerminalScreen screen, Consumer<byte[]> answers) {
        this.screen = screen;
        this.answers = answers;
        this.rendition = new Rendition(screen);
    }

    /** Takes the next bytes; a character or sequence may be cut anywhere. */
    public void read(byte[] bytes) {
        for (byte each : bytes) {
            decode(each & 0xFF);
        }
    }

    private void decode(int octet) {
        if (missing > 0) {
            if ((octet & 0xC0) == 0x80) {
                code = code << 6 | octet & 0x3F;
                if (--missing == 0) {
                    boolean good = code >= least && code <= Character.MAX_CODE_POINT
                            && (code < 0xD800 || code > 0xDFFF);
                    take(good ? code : REPLACEMENT);
                }
                return;
            }
            missing = 0;
            take(REPLACEMENT);
        }
        if (octet < 0x80) {
            take(octet);
        } else if (octet >= 0xC2 && octet < 0xF5) {
            missing = octet < 0xE0 ? 1 : octet < 0xF0 ? 2 : 3;
            least = octet < 0xE0 ? 0x80 : octet < 0xF0 ? 0x800 : 0x10000;
            code = octet & (0x3F >> missing);
        } else {
            take(REPLACEMENT);
        }
    }

    private void take(int character) {
        if (state == State.STRING || state == State.STRING_ESCAPE) {
            string(character);
        } else if (character == 0x1B) {
            state = State.ESCAPE;
        } else if (character == 0x18 || character == 0x1A) {
            state = State.GROUND;
        } else if (character < 0x20) {
            control(character);
        } else {
            switch (state) {
                case GROUND -> print(character);
                case ESCAPE -> escape(character);
                case CHARSET -> {
                    drawn[designated] = character == '0';
                    graphics = drawn[shift];
                    state = State.GROUND;
                }
                case HASH -> {
                    if (character == '8') {
                        screen.align();
                    }
                    state = State.GROUND;
                }
                case CONTROL -> sequence(character);
                case STRING, STRING_ESCAPE -> throw new IllegalStateException("taken above");
            }
        }
    }

    private void print(int character) {
        if (character == 0x7F || character >= 0x80 && character < 0xA0) {
            return;
        }
        boolean special = graphics && character >= 0x5F && character - 0x5F < GRAPHICS.length();
        screen.put(special ? GRAPHICS.charAt(character - 0x5F) : character);
    }

    private void control(int character) {
        switch (character) {
            case '\b' -> screen.backspace();
            case '\t' -> screen.tab(1);
            case '\n', 0x0B, 0x0C -> screen.lineFeed();
            case '\r' -> screen.carriageReturn();
            case 0x0E, 0x0F -> {
                shift = character == 0x0E ? 1 : 0;
                graphics = drawn[shift];
            }
            default -> {
                // the bell and what no console sends
            }
        }
    }

    private void escape(int character) {
        state = State.GROUND;
        switch (character) {
            case '[' -> begin();
            case ']', 'P', 'X', '^', '_' -> {
                command = character == ']';
                string.setLength(0);
                state = State.STRING;
            }
            case '(', ')' -> {
                designated = character == '(' ? 0 : 1;
                state = State.CHARSET;
            }
            case '*', '+', '-', '.', '/', '%', ' ' -> {
                designated = 1;
                state = State.HASH; // one more character, which means nothing here
            }
            case '#' -> state = State.HASH;
            case 'D' -> screen.index();
            case 'E' -> {
                screen.carriageReturn();
                screen.index();
            }
            case 'M' -> screen.reverseIndex();
            case 'H' -> screen.setTab();
            case '7' -> screen.save();
            case '8' -> screen.restore();
            case '=' -> screen.mode(Mode.KEYPAD, true);
            case '>' -> screen.mode(Mode.KEYPAD, false);
            case 'Z' -> answer("\033[?62;22c");
            case 'c' -> {
                graphics = false;
                drawn[0] = false;
                drawn[1] = false;
                shift = 0;
                screen.reset();
            }
            default -> {
                // not known
            }
        }
    }

    private void begin() {
        parameters.clear();
        number = false;
        prefix = 0;
        intermediate = 0;
        state = State.CONTROL;
    }

    private void sequence(int character) {
        if (character >= '0' && character <= '9') {
            digit(character - '0');
        } else if (character == ';' || character == ':') {
            if (!number) {
                add(0);
            }
            number = false;
        } else if (character >= '<' && character <= '?') {
            prefix = (char) character;
        } else if (character < 0x30) {
            intermediate = (char) character;
        } else {
            state = State.GROUND;
            if (character < 0x7F && intermediate == 0) {
                run((char) character);
            } else if (character == 'p' && intermediate == '!') {
                screen.pen(Pen.PLAIN);
                screen.mode(Mode.ORIGIN, false);
                screen.mode(Mode.INSERT, false);
                screen.mode(Mode.CURSOR, true);
            }
        }
    }

    private void digit(int digit) {
        if (!number) {
            add(digit);
            number = true;
        } else if (!parameters.isEmpty()) {
            int last = parameters.size() - 1;
            parameters.set(last, Math.min(MOST_NUMBER, parameters.get(last) * 10 + digit));
        }
    }

    private void add(int value) {
        if (parameters.size() < MOST_PARAMETERS) {
            parameters.add(value);
        }
    }

    private int parameter(int index, int usual) {
        return index < parameters.size() && parameters.get(index) > 0 ? parameters.get(index) : usual;
    }

    private void run(char finish) {
        if (prefix == '?') {
            privately(finish);
            return;
        }
        if (prefix != 0) {
            if (prefix == '>' && finish == 'c') {
                answer("\033[>1;10;0c");
            }
            return;
        }
        int count = parameter(0, 1);
        switch (finish) {
            case '@' -> screen.insertCharacters(count);
            case 'A' -> screen.moveBy(-count, 0);
            case 'B', 'e' -> screen.moveBy(count, 0);
            case 'C', 'a' -> screen.moveBy(0, count);
            case 'D' -> screen.moveBy(0, -count);
            case 'E', 'F' -> {
                screen.moveBy(finish == 'E' ? count : -count, 0);
                screen.carriageReturn();
            }
            case 'G', '`' -> screen.toColumn(count - 1);
            case 'H', 'f' -> screen.moveTo(count - 1, parameter(1, 1) - 1);
            case 'I' -> screen.tab(count);
            case 'J' -> screen.eraseDisplay(parameter(0, 0));
            case 'K' -> screen.eraseLine(parameter(0, 0));
            case 'L' -> screen.insertLines(count);
            case 'M' -> screen.deleteLines(count);
            case 'P' -> screen.deleteCharacters(count);
            case 'S' -> screen.scrollUp(count);
            case 'T' -> screen.scrollDown(count);
            case 'X' -> screen.eraseCharacters(count);
            case 'Z' -> screen.backTab(count);
            case 'b' -> screen.repeat(count);
            case 'c' -> answer("\033[?62;22c");
            case 'd' -> screen.toRow(count - 1);
            case 'g' -> screen.clearTabs(parameter(0, 0) == 3);
            case 'h', 'l' -> parameters.forEach(mode -> set(mode, finish == 'h'));
            case 'm' -> rendition.apply(parameters);
            case 'n' -> report(parameter(0, 0));
            case 'r' -> {
                screen.margins(count - 1, parameter(1, screen.rows()) - 1);
                screen.moveTo(0, 0);
            }
            case 's' -> screen.save();
            case 'u' -> screen.restore();
            default -> {
                // not known
            }
        }
    }

    private void set(int mode, boolean on) {
        if (mode == 4) {
            screen.mode(Mode.INSERT, on);
        } else if (mode == 20) {
            screen.mode(Mode.NEW_LINE, on);
        }
    }

    private void privately(char finish) {
        if (finish != 'h' && finish != 'l') {
            if (finish == 'J' || finish == 'K') {
                prefix = 0;
                run(finish);
            }
            return;
        }
        boolean on = finish == 'h';
        for (int mode : parameters) {
            switch (mode) {
                case 47, 1047 -> screen.alternate(on, false);
                case 1049 -> screen.alternate(on, true);
                case 1048 -> {
                    if (on) {
                        screen.save();
                    } else {
                        screen.restore();
                    }
                }
                default -> {
                    if (MODES.containsKey(mode)) {
                        screen.mode(MODES.get(mode), on);
                        if (mode == 6) {
                            screen.moveTo(0, 0);
                        }
                    }
                }
            }
        }
    }

    private void report(int what) {
        if (what == 5) {
            answer("\033[0n");
        } else if (what == 6) {
            answer("\033[%d;%dR".formatted(screen.reportedRow() + 1, screen.column() + 1));
        }
    }

    private void answer(String words) {
        answers.accept(words.getBytes(StandardCharsets.US_ASCII));
    }

    private void string(int character) {
        if (state == State.STRING_ESCAPE) {
            if (character == '\\') {
                ended();
            } else {
                state = State.ESCAPE;
                take(character);
            }
        } else if (character == 0x07) {
            ended();
        } else if (character == 0x1B) {
            state = State.STRING_ESCAPE;
        } else if (character == 0x18 || character == 0x1A) {
            state = State.GROUND;
        } else if (string.length() < MOST_STRING) {
            string.appendCodePoint(character);
        }
    }

    private void ended() {
        state = State.GROUND;
        String said = string.toString();
        if (command && (said.startsWith("0;") || said.startsWith("2;"))) {
            screen.title(said.substring(2));
        }
    }
}
