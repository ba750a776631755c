package org.dcos.server.store.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.dcos.domain.Secret;
import org.dcos.domain.settings.VaultLock.Need;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileVaultLockTest {

    private static final Secret CHOSEN = Secret.of("correct horse battery");

    @TempDir private Path directory;

    private final FileVaultLock lock = new FileVaultLock();

    @Test
    void nothing_is_locked_in_a_new_directory() throws Exception {
        assertThat(lock.need(directory)).isEqualTo(Need.CHOICE);
    }

    @Test
    void a_key_file_needs_nobody() throws Exception {
        new KeyFile(directory).key(true);

        assertThat(lock.need(directory)).isEqualTo(Need.NOTHING);
    }

    @Test
    void the_chosen_passphrase_opens_and_another_does_not() throws Exception {
        KeySource.of(directory, Optional.of(CHOSEN)).key(true);

        assertThat(lock.need(directory)).isEqualTo(Need.PASSPHRASE);
        assertThat(lock.opens(directory, CHOSEN)).isTrue();
        assertThat(lock.opens(directory, Secret.of("correct horse batterx"))).isFalse();
        assertThat(Files.readString(directory.resolve(Passphrase.FILE))).doesNotContain("horse");
    }

    @Test
    void the_check_does_not_change_the_key() throws Exception {
        byte[] first = new Passphrase(directory, CHOSEN).key(true);

        assertThat(new Passphrase(directory, CHOSEN).key(false)).isEqualTo(first);
    }

    @Test
    void a_file_of_before_without_a_check_is_left_to_the_vault() throws Exception {
        byte[] first = new Passphrase(directory, CHOSEN).key(true);
        var file = directory.resolve(Passphrase.FILE);
        Files.writeString(file, Files.readAllLines(file).getFirst() + "\n");

        assertThat(lock.opens(directory, Secret.of("anything"))).isTrue();
        assertThat(new Passphrase(directory, CHOSEN).key(false)).isEqualTo(first);
    }

    @Test
    void a_damaged_file_is_told_with_the_way_back() throws Exception {
        Files.writeString(directory.resolve(Passphrase.FILE), "nonsense\nnonsense\n");

        assertThatThrownBy(() -> lock.opens(directory, CHOSEN)).isInstanceOf(IOException.class)
                .hasMessageContaining("damaged").hasMessageContaining("backup");
    }
}
