package org.dcos.ui.canvas.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.api.Test;

class PaletteTest {

    private static final double LEAST_CONTRAST = 4.5;

    @ParameterizedTest
    @EnumSource
    void text_and_marks_are_readable_on_the_panel(Theme theme) {
        var palette = theme.palette();

        assertThat(
                EnumSet.of(Token.TEXT, Token.MUTED, Token.ACCENT, Token.OK, Token.WARNING, Token.CRITICAL, Token.STALE))
                        .allSatisfy(
                                token -> assertThat(palette.of(token).contrast(palette.of(Token.PANEL))).as("%s", token)
                                        .isGreaterThanOrEqualTo(LEAST_CONTRAST));
    }

    @ParameterizedTest
    @EnumSource
    void text_is_readable_on_every_surface(Theme theme) {
        var palette = theme.palette();

        assertThat(EnumSet.of(Token.BACKGROUND, Token.PANEL, Token.SELECTION, Token.HOVER, Token.DEVICE, Token.SWITCH))
                .allSatisfy(
                        surface -> assertThat(palette.of(Token.TEXT).contrast(palette.of(surface))).as("%s", surface)
                                .isGreaterThanOrEqualTo(LEAST_CONTRAST));
    }

    @ParameterizedTest
    @EnumSource
    void the_chosen_and_what_is_primary_are_readable(Theme theme) {
        var palette = theme.palette();

        assertThat(palette.of(Token.ACCENT).contrast(palette.of(Token.SELECTION)))
                .isGreaterThanOrEqualTo(LEAST_CONTRAST);
        assertThat(palette.of(Token.PANEL).contrast(palette.of(Token.ACCENT))).isGreaterThanOrEqualTo(LEAST_CONTRAST);
    }

    @ParameterizedTest
    @EnumSource
    void labels_are_readable_on_the_strongest_heat(Theme theme) {
        var palette = theme.palette();

        assertThat(EnumSet.of(Token.ACCENT, Token.WARNING, Token.CRITICAL)).allSatisfy(
                end -> assertThat(palette.of(Token.TEXT).contrast(palette.heat(end, 1))).as("%s", end)
                        .isGreaterThanOrEqualTo(LEAST_CONTRAST));
    }

    @ParameterizedTest
    @EnumSource
    void chart_lines_are_seen_on_the_panel(Theme theme) {
        var palette = theme.palette();

        assertThat(palette.series()).hasSize(8).doesNotHaveDuplicates().allSatisfy(
                line -> assertThat(line.contrast(palette.of(Token.PANEL))).as(line.hex())
                        .isGreaterThanOrEqualTo(LEAST_CONTRAST));
    }

    @Test
    void refuses_a_palette_without_one_of_the_tokens() {
        var colours = new EnumMap<>(Theme.LIGHT.palette().colours());
        colours.remove(Token.STALE);

        assertThatThrownBy(() -> new Palette(false, colours, List.of())).hasMessageContaining("STALE");
    }

    @Test
    void knows_a_theme_by_its_name_and_takes_light_for_anything_else() {
        assertThat(Theme.named("dark")).isEqualTo(Theme.DARK);
        assertThat(Theme.named("sepia")).isEqualTo(Theme.LIGHT);
    }
}
