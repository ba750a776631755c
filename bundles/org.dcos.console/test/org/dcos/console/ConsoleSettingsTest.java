package org.dcos.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.dcos.console.ConsoleSettings.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleSettingsTest {

    @TempDir private Path folder;

    @Test
    void what_was_kept_is_there_at_the_next_start() throws IOException {
        ConsoleSettings.open(folder).put(Key.THEME, "dark");

        assertThat(ConsoleSettings.open(folder).get(Key.THEME)).contains("dark");
    }

    @Test
    void a_first_start_has_nothing_and_makes_no_file() throws IOException {
        assertThat(ConsoleSettings.open(folder).get(Key.LANGUAGE)).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void an_empty_value_is_as_good_as_none() throws IOException {
        var settings = ConsoleSettings.open(folder);
        settings.put(Key.SERVER, "");

        assertThat(settings.get(Key.SERVER)).isEmpty();
    }

    @Test
    void the_chosen_language_goes_before_the_system_s() throws IOException {
        var settings = ConsoleSettings.open(folder);
        settings.put(Key.LANGUAGE, "zh");

        assertThat(settings.locale(Locale.FRANCE)).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    }

    @Test
    void a_system_in_another_language_gets_english() throws IOException {
        var settings = ConsoleSettings.open(folder);

        assertThat(settings.locale(Locale.FRANCE)).isEqualTo(Locale.ENGLISH);
        assertThat(settings.locale(Locale.TRADITIONAL_CHINESE)).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(settings.locale(Locale.UK)).isEqualTo(Locale.UK);
    }

    @Test
    void a_broken_file_is_told_by_its_name() throws IOException {
        Files.writeString(folder.resolve("console.properties"), "theme=\\uZZZZ");

        assertThatThrownBy(() -> ConsoleSettings.open(folder)).isInstanceOf(IOException.class)
                .hasMessageContaining("console.properties");
    }
}
