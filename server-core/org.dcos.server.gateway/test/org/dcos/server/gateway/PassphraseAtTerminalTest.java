package org.dcos.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.dcos.domain.Secret;
import org.dcos.domain.settings.VaultLock;
import org.junit.jupiter.api.Test;

class PassphraseAtTerminalTest {

    private static final Path DATA = Path.of("/srv/dcos");
    private static final String RIGHT = "correct horse battery";

    private final List<String> said = new ArrayList<>();

    @Test
    void asks_until_the_passphrase_is_the_one_that_was_chosen() throws Exception {
        assertThat(at(VaultLock.Need.PASSPHRASE, "wrong", RIGHT).ask(DATA, false)).contains(Secret.of(RIGHT));

        assertThat(said).containsExactly("Passphrase of the passwords in /srv/dcos: ",
                "That is not the passphrase that was chosen. 2 more tries.",
                "Passphrase of the passwords in /srv/dcos: ");
    }

    @Test
    void gives_up_after_three_wrong_ones_and_never_repeats_what_was_typed() {
        var terminal = at(VaultLock.Need.PASSPHRASE, "wrong-1", "wrong-2", "wrong-3", RIGHT);

        assertThatThrownBy(() -> terminal.ask(DATA, false)).isInstanceOf(StartFailure.class)
                .hasMessageContaining("3 wrong passphrases").hasMessageContaining("stay locked")
                .hasMessageNotContaining("wrong-");
        assertThat(said).noneMatch(line -> line.contains("wrong-"));
    }

    @Test
    void a_passphrase_is_chosen_by_typing_it_twice() throws Exception {
        var terminal = at(VaultLock.Need.CHOICE, "short", "long enough to be one", "not the same at all", RIGHT, RIGHT);

        assertThat(terminal.ask(DATA, true)).contains(Secret.of(RIGHT));
        assertThat(said).contains("It is shorter than 12 characters.", "The two are not the same.");
    }

    @Test
    void nobody_is_asked_where_nothing_is_needed() throws Exception {
        assertThat(at(VaultLock.Need.NOTHING).ask(DATA, false)).isEmpty();
        assertThat(at(VaultLock.Need.CHOICE).ask(DATA, false)).isEmpty();
        assertThat(said).isEmpty();
    }

    @Test
    void a_key_file_that_is_there_is_not_replaced_by_a_passphrase() {
        assertThatThrownBy(() -> at(VaultLock.Need.NOTHING).ask(DATA, true)).isInstanceOf(StartFailure.class)
                .hasMessageContaining("new data directory only").hasMessageContaining("without --passphrase");
    }

    @Test
    void without_a_terminal_it_is_said_what_to_do() {
        var nobody = new PassphraseAtTerminal(new FakeLock(VaultLock.Need.PASSPHRASE), Optional.empty());

        assertThatThrownBy(() -> nobody.ask(DATA, false)).isInstanceOf(StartFailure.class)
                .hasMessageContaining("no terminal").hasMessageContaining("DCOS_PASSPHRASE_FILE");
    }

    @Test
    void who_ends_the_input_ends_the_start() {
        assertThatThrownBy(() -> at(VaultLock.Need.PASSPHRASE).ask(DATA, false)).isInstanceOf(StartFailure.class)
                .hasMessage("No passphrase was given.");
    }

    private PassphraseAtTerminal at(VaultLock.Need need, String... typed) {
        var lines = new ArrayDeque<>(Arrays.asList(typed));
        return new PassphraseAtTerminal(new FakeLock(need), Optional.of(new PassphraseAtTerminal.Terminal() {
            @Override
            public void say(String line) {
                said.add(line);
            }

            @Override
            public Optional<Secret> read(String prompt) {
                said.add(prompt);
                return Optional.ofNullable(lines.poll()).map(Secret::of);
            }
        }));
    }

    private record FakeLock(VaultLock.Need wanted) implements VaultLock {

        @Override
        public Need need(Path directory) {
            return wanted;
        }

        @Override
        public boolean opens(Path directory, Secret passphrase) {
            return passphrase.equals(Secret.of(RIGHT));
        }
    }
}
