package org.dcos.server.store.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Secret;
import org.dcos.domain.bmc.Credential;
import org.dcos.server.store.database.OpenDatabase;
import org.junit.jupiter.api.Test;

class SealedVaultTest extends OpenDatabase {

    @Test
    void gives_the_password_back_after_a_restart() throws Exception {
        Credential kept = vault().keep("admin", Secret.of("Passw0rd! 密码"));
        reopen();

        SealedVault vault = vault();

        assertThat(vault.reveal(kept.id())).contains(Secret.of("Passw0rd! 密码"));
        assertThat(vault.credential(kept.id())).contains(kept);
        assertThat(vault.reveal(UUID.randomUUID())).isEmpty();
    }

    @Test
    void the_same_login_is_the_same_credential() throws Exception {
        SealedVault vault = vault();
        Credential first = vault.keep("admin", Secret.of("one"));
        Credential other = vault.keep("admin", Secret.of("two"));

        assertThat(vault.keep("admin", Secret.of("one"))).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
        assertThat(vault.keep("adminone", Secret.of(""))).isNotEqualTo(first);
        reopen();
        assertThat(vault().keep("admin", Secret.of("one"))).isEqualTo(first);
        assertThat(vault().credentials()).extracting(Credential::name).containsExactly("admin", "admin (2)",
                "adminone");
    }

    @Test
    void the_same_secret_is_never_sealed_the_same_way_twice() {
        var sealer = new Sealer(new byte[32]);
        var id = UUID.randomUUID();
        var one = sealer.seal(id, new byte[] {1, 2, 3});
        var two = sealer.seal(id, new byte[] {1, 2, 3});

        assertThat(one.bytes()).isNotEqualTo(two.bytes());
        assertThat(one.nonce()).isNotEqualTo(two.nonce()).hasSize(12);
    }

    @Test
    void an_altered_byte_another_id_and_another_key_are_noticed() {
        var sealer = new Sealer(new byte[32]);
        var id = UUID.randomUUID();
        var sealed = sealer.seal(id, "secret".getBytes(StandardCharsets.UTF_8));
        byte[] altered = sealed.bytes().clone();
        altered[0] ^= 1;
        byte[] otherKey = new byte[32];
        otherKey[31] = 1;

        assertThat(sealer.open(id, sealed)).hasValue("secret".getBytes(StandardCharsets.UTF_8));
        assertThat(sealer.open(id, new Sealer.Sealed(sealed.nonce(), altered))).isEmpty();
        assertThat(sealer.open(UUID.randomUUID(), sealed)).isEmpty();
        assertThat(new Sealer(otherKey).open(id, sealed)).isEmpty();
    }

    @Test
    void no_password_is_in_any_file_of_the_database() throws Exception {
        vault().keep("admin", Secret.of("Find-Me-If-You-Can"));
        database.close();

        try (var files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("Find-Me-If-You-Can");
            }
        }
    }

    @Test
    void the_key_file_is_for_its_owner_only_and_refused_when_it_is_not() throws Exception {
        vault();
        Path file = directory.resolve("secret.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(this::vault).isInstanceOf(KeyRefused.class).hasMessageContaining("chmod 600 " + file);
    }

    @Test
    void a_wrong_key_and_a_missing_one_are_told() throws Exception {
        vault();
        Path file = directory.resolve("secret.key");
        String key = Files.readString(file);

        Files.writeString(file, new StringBuilder(key.strip().substring(0, 43)).reverse() + "=\n");
        assertThatThrownBy(this::vault).isInstanceOf(KeyRefused.class).hasMessageContaining("is not the key")
                .hasMessageNotContaining(key.strip());
        Files.writeString(file, "x");
        assertThatThrownBy(this::vault).isInstanceOf(KeyRefused.class).hasMessageContaining("damaged");
        Files.delete(file);
        assertThatThrownBy(this::vault).isInstanceOf(KeyRefused.class).hasMessageContaining("is missing");
        assertThat(file).doesNotExist();
    }

    @Test
    void a_passphrase_opens_what_it_sealed_and_another_one_is_told() throws Exception {
        Credential kept = SealedVault.of(database, new Passphrase(directory, Secret.of("correct horse")))
                .keep("admin", Secret.of("secret"));

        var again = SealedVault.of(database, new Passphrase(directory, Secret.of("correct horse")));

        assertThat(again.reveal(kept.id())).contains(Secret.of("secret"));
        assertThat(Files.readString(directory.resolve("secret.kdf"))).startsWith("$argon2id$v=19$m=65536,t=3,p=4$");
        assertThatThrownBy(() -> SealedVault.of(database, new Passphrase(directory, Secret.of("battery staple"))))
                .isInstanceOf(KeyRefused.class).hasMessageContaining("passphrase is not the one");
    }

    @Test
    void the_passphrase_file_is_asked_for_where_one_was_set_up() throws Exception {
        assertThat(KeySource.of(directory, Optional.empty())).isInstanceOf(KeyFile.class);
        PrivateFile.write(directory.resolve("secret.kdf"), "x");

        assertThatThrownBy(() -> KeySource.of(directory, Optional.empty())).isInstanceOf(KeyRefused.class)
                .hasMessageContaining("DCOS_PASSPHRASE_FILE");
    }

    @Test
    void a_passphrase_file_named_before_the_first_start_is_used_instead_of_a_key_file() throws Exception {
        Path file = Files.writeString(directory.resolve("passphrase"), "correct horse\n");
        System.setProperty(KeySource.PASSPHRASE_PROPERTY, file.toString());
        try {
            assertThat(KeySource.of(directory, Optional.empty()))
                    .isEqualTo(new Passphrase(directory, Secret.of("correct horse")));

            Files.writeString(file, "\n");
            assertThatThrownBy(() -> KeySource.of(directory, Optional.empty())).isInstanceOf(KeyRefused.class)
                    .hasMessageContaining("is empty");
            Files.delete(file);
            assertThatThrownBy(() -> KeySource.of(directory, Optional.empty())).isInstanceOf(KeyRefused.class)
                    .hasMessageContaining("cannot be read");
        } finally {
            System.clearProperty(KeySource.PASSPHRASE_PROPERTY);
        }
    }

    @Test
    void argon2id_is_that_of_rfc_9106() {
        // RFC 9106 §5.3 needs a secret and associated data; this vector is of the reference implementation's test suite
        byte[] hash = Argon2id.hash(Secret.of("password"), "somesalt".getBytes(StandardCharsets.US_ASCII),
                new Argon2id.Cost(65536, 2, 1), 32);

        assertThat(java.util.HexFormat.of().formatHex(hash))
                .isEqualTo("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
    }

    private SealedVault vault() throws KeyRefused {
        return SealedVault.of(database, new KeyFile(directory));
    }
}
