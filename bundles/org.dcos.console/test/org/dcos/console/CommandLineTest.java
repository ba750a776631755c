package org.dcos.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

class CommandLineTest {

    private static final Path HOME = Path.of("/home/li");

    @Test
    void without_arguments_the_data_is_in_the_home() {
        assertThat(CommandLine.parse(new String[0], HOME).data()).isEqualTo(Path.of("/home/li/.dcos"));
    }

    @Test
    void the_data_directory_can_be_chosen() {
        assertThat(CommandLine.parse(new String[] {"--data", "/srv/x/../dcos"}, HOME).data())
                .isEqualTo(Path.of("/srv/dcos"));
        assertThat(CommandLine.parse(new String[] {"--data=/srv/dcos"}, HOME).data()).isEqualTo(Path.of("/srv/dcos"));
    }

    @Test
    void a_passphrase_in_place_of_a_key_file_is_wanted_only_when_said() {
        assertThat(CommandLine.parse(new String[] {"--data", "/srv/dcos", "--passphrase"}, HOME).passphrase()).isTrue();
        assertThat(CommandLine.parse(new String[0], HOME).passphrase()).isFalse();
    }

    @Test
    void an_option_without_its_value_is_told() {
        assertThatThrownBy(() -> CommandLine.parse(new String[] {"--data"}, HOME)).hasMessageContaining("--data needs");
    }

    @Test
    void an_unknown_option_is_told_with_those_that_exist() {
        assertThatThrownBy(() -> CommandLine.parse(new String[] {"--dada", "x"}, HOME))
                .hasMessageContaining("--dada is no option").hasMessageContaining("--data DIR");
    }

    @Test
    void what_the_launcher_adds_is_passed_over() {
        assertThat(CommandLine.parse(new String[] {"-showlocation", "x"}, HOME).data())
                .isEqualTo(Path.of("/home/li/.dcos"));
    }
}
