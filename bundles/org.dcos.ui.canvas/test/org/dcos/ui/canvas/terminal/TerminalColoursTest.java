package org.dcos.ui.canvas.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.dcos.ui.canvas.theme.Theme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TerminalColoursTest {

    @ParameterizedTest
    @EnumSource
    void everyNamedColourIsReadOnEveryGround(Theme theme) {
        var palette = theme.palette();
        for (int ground = Pen.DEFAULT; ground < 16; ground++) {
            for (int text = Pen.DEFAULT; text < 16; text++) {
                for (int flags : new int[] {0, Pen.BOLD, Pen.INVERSE}) {
                    var pen = new Pen(text, ground, flags);
                    double contrast = TerminalColours.foreground(pen, palette)
                            .contrast(TerminalColours.background(pen, palette));
                    assertThat(contrast).as("%d on %d", text, ground).isGreaterThanOrEqualTo(4.5);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aColourThatIsGivenIsTakenAsItIsWhereItCanBeRead(Theme theme) {
        int given = Pen.RGB | (theme.palette().dark() ? 0xF0E0A0 : 0x302060);

        var made = TerminalColours.foreground(new Pen(given, Pen.DEFAULT, 0), theme.palette());

        assertThat(made.hex()).isEqualTo("#%06X".formatted(given & 0xFFFFFF));
    }
}
