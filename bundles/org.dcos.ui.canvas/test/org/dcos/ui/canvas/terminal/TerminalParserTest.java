package org.dcos.ui.canvas.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;

class TerminalParserTest {

    private final TerminalScreen screen = new TerminalScreen(20, 5);
    private final StringBuilder answers = new StringBuilder();
    private final TerminalParser parser = new TerminalParser(screen,
            bytes -> answers.append(new String(bytes, StandardCharsets.US_ASCII)));

    private void write(String text) {
        parser.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private String line(int row) {
        return screen.line(screen.historyLines() + row).text();
    }

    @Test
    void textWrapsAtTheEdgeAndScrollsIntoTheHistory() {
        write("0123456789012345678901\r\n2\r\n3\r\n4\r\n5");

        assertThat(line(0)).isEqualTo("01");
        assertThat(line(4)).isEqualTo("5");
        assertThat(screen.historyLines()).isEqualTo(1);
        assertThat(screen.text(0, 0, 2, 20)).isEqualTo("0123456789012345678901\n2");
    }

    @Test
    void theLastColumnIsFilledBeforeTheNextCharacterWraps() {
        write("01234567890123456789\r\nx");

        assertThat(line(1)).isEqualTo("x");
        assertThat(screen.row()).isEqualTo(1);
    }

    @Test
    void coloursOf16And256AndRgbAreTaken() {
        write("\033[1;31ma\033[38;5;208mb\033[48;2;1;2;3mc\033[0md");
        var first = screen.line(0);

        assertThat(first.pen(0)).isEqualTo(new Pen(1, Pen.DEFAULT, Pen.BOLD));
        assertThat(first.pen(1).foreground()).isEqualTo(208);
        assertThat(first.pen(2).background()).isEqualTo(Pen.RGB | 0x010203);
        assertThat(first.pen(3)).isEqualTo(Pen.PLAIN);
    }

    @Test
    void aBiosSetupDrawsItsFrameAndMovesInIt() {
        write("\033[2J\033[1;1H\033(0lqqk\033(B\033[2;1Hx\033[3;5Hmenu");

        assertThat(line(0)).isEqualTo("┌──┐");
        assertThat(line(1)).isEqualTo("x");
        assertThat(line(2)).isEqualTo("    menu");
    }

    @Test
    void theAlternateScreenLeavesTheMainOneAsItWas() {
        write("login: \033[?1049h\033[Hvi\033[?1049l");

        assertThat(line(0)).isEqualTo("login:");
        assertThat(screen.column()).isEqualTo(7);
        assertThat(screen.alternate()).isFalse();
    }

    @Test
    void linesScrollBetweenTheMarginsOnly() {
        write("a\r\nb\r\nc\r\nd\r\ne\033[2;4r\033[4;1H\n");

        assertThat(line(0)).isEqualTo("a");
        assertThat(line(1)).isEqualTo("c");
        assertThat(line(3)).isEmpty();
        assertThat(line(4)).isEqualTo("e");
        assertThat(screen.historyLines()).isZero();
    }

    @Test
    void charactersAndLinesAreInsertedAndDeleted() {
        write("abcdef\033[1;3H\033[2P\033[1;2H\033[@X\r\nsecond\033[1;1H\033[L");

        assertThat(line(0)).isEmpty();
        assertThat(line(1)).isEqualTo("aXbef");
        assertThat(line(2)).isEqualTo("second");
    }

    @Test
    void utf8IsReadAlsoWhenItComesInPiecesAndChineseTakesTwoCells() {
        var bytes = "服务器".getBytes(StandardCharsets.UTF_8);
        for (byte each : bytes) {
            parser.read(new byte[] {each});
        }
        write("x");

        assertThat(line(0)).isEqualTo("服务器x");
        assertThat(screen.column()).isEqualTo(7);
    }

    @Test
    void itTellsWhatItIsAndWhereTheCursorIs() {
        write("ab\033[c\033[6n");

        assertThat(answers.toString()).isEqualTo("\033[?62;22c\033[1;3R");
    }

    @Test
    void keysAreSentAsXtermDoes() {
        assertThat(TerminalKey.UP.sent(false, false, false, false)).isEqualTo("\033[A");
        assertThat(TerminalKey.UP.sent(true, false, false, false)).isEqualTo("\033OA");
        assertThat(TerminalKey.F2.sent(false, false, false, false)).isEqualTo("\033OQ");
        assertThat(TerminalKey.F10.sent(false, false, false, false)).isEqualTo("\033[21~");
        assertThat(TerminalKey.DELETE.sent(false, false, false, true)).isEqualTo("\033[3;5~");
        assertThat(TerminalKey.LEFT.sent(true, true, false, false)).isEqualTo("\033[1;2D");
    }

    @Test
    void aSmallerScreenKeepsTheCursorInSightAndWhatIsAboveInTheHistory() {
        write("1\r\n2\r\n3\r\n4\r\n5");
        screen.resize(10, 3);

        assertThat(line(2)).isEqualTo("5");
        assertThat(screen.row()).isEqualTo(2);
        assertThat(screen.historyLines()).isEqualTo(2);
        assertThat(screen.columns()).isEqualTo(10);
    }

    @Test
    void anOldTitleOfTheWindowDoesNotShowUpAsText() {
        write("\033]0;root@srv-a03-04\007$ \033P1$r0m\033\\ok");

        assertThat(line(0)).isEqualTo("$ ok");
        assertThat(screen.title()).isEqualTo("root@srv-a03-04");
    }

    @Test
    void noBytesAtAllMakeItFailOrGrow() {
        var random = new Random(42);
        var pieces = new String[] {"\033[", "\033]", "\033P", ";", "?", "h", "l", "m", "99999999", "r", "J", "\033(0",
            "\033[?1049h", "\033[?6h", "L", "M", "@", "P", "S", "T", "\n", "\033M", "b", "服"};
        for (int round = 0; round < 4_000; round++) {
            var noise = new byte[random.nextInt(40)];
            random.nextBytes(noise);
            parser.read(noise);
            for (int i = 0; i < 6; i++) {
                write(pieces[random.nextInt(pieces.length)] + random.nextInt(300));
            }
            if (round % 50 == 0) {
                screen.resize(1 + random.nextInt(700), 1 + random.nextInt(400));
            }
            for (int i = 0; i < screen.allLines(); i += 97) {
                assertThat(screen.line(i).columns()).isPositive();
            }
        }

        assertThat(screen.historyLines()).isLessThanOrEqualTo(TerminalScreen.MOST_HISTORY * 11 / 10);
        assertThat(screen.row()).isBetween(0, screen.rows() - 1);
    }
}
