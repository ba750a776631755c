package org.dcos.ui.canvas.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThemeCssTest {

    @Test
    void has_a_colour_for_every_token_it_names() {
        assertThat(ThemeCss.of(Theme.LIGHT.palette())).doesNotContain("$").contains("#F6F7F9", "#1B2430");
        assertThat(ThemeCss.of(Theme.DARK.palette())).doesNotContain("$").contains("#14181E", "#E7ECF2");
    }

    @Test
    void names_the_class_that_draws_the_tabs() {
        assertThat(ThemeCss.of(Theme.LIGHT.palette()))
                .contains("bundleclass://org.dcos.ui.canvas/org.dcos.ui.canvas.control.PanelTabs");
    }

    @Test
    void opens_and_closes_every_rule() {
        String css = ThemeCss.of(Theme.DARK.palette());

        assertThat(css.chars().filter(c -> c == '{').count()).isEqualTo(css.chars().filter(c -> c == '}').count());
    }

    @Test
    void writes_one_file_for_each_theme(@TempDir Path folder) throws Exception {
        ThemeCss.main(new String[] {folder.toString()});

        assertThat(Files.readString(folder.resolve("dark.css"))).isEqualTo(ThemeCss.of(Theme.DARK.palette()));
        assertThat(folder.resolve("light.css")).exists();
    }
}
