package org.dcos.server.store.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.dcos.domain.Secret;
import org.dcos.domain.access.ApiToken;
import org.dcos.domain.access.Caller;
import org.dcos.domain.access.Role;
import org.dcos.domain.access.TokenOrder;
import org.dcos.domain.access.User;
import org.dcos.domain.settings.DataDirectory;
import org.dcos.server.store.database.OpenDatabase;
import org.junit.jupiter.api.Test;

class JpaCredentialsTest extends OpenDatabase {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void a_token_opens_until_it_is_revoked() {
        var credentials = credentials();
        var issued = credentials.issue(new TokenOrder("console of li.wei", Role.OPERATOR, Optional.empty()));

        assertThat(new String(issued.text().reveal())).matches("dcos_[A-Za-z0-9_-]{43}");
        assertThat(credentials.byToken(issued.text(), "10.0.0.1"))
                .contains(new Caller("console of li.wei", Role.OPERATOR, "10.0.0.1"));
        assertThat(credentials.byToken(Secret.of("dcos_" + "A".repeat(43)), "")).isEmpty();
        assertThat(credentials.byToken(Secret.of(""), "")).isEmpty();

        assertThat(credentials.revoke(issued.token().id())).isTrue();
        assertThat(credentials.revoke(issued.token().id())).isFalse();
        assertThat(credentials.byToken(issued.text(), "")).isEmpty();
    }

    @Test
    void a_token_lives_over_a_restart_and_ends_in_time() {
        var issued = credentials().issue(new TokenOrder("t", Role.VIEWER, Optional.of(now.plusSeconds(60))));
        reopen();
        var credentials = credentials();

        assertThat(credentials.tokens()).containsExactly(issued.token());
        now = now.plusSeconds(59);
        assertThat(credentials.byToken(issued.text(), "")).isPresent();
        now = now.plusSeconds(1);
        assertThat(credentials.byToken(issued.text(), "")).isEmpty();
    }

    @Test
    void a_password_opens_and_a_wrong_one_does_not() {
        var credentials = credentials();
        User user = credentials.saveUser("li.wei", Role.OPERATOR, Secret.of("correct horse"));

        assertThat(credentials.byPassword("li.wei", Secret.of("correct horse"), "o"))
                .contains(new Caller("li.wei", Role.OPERATOR, "o"));
        assertThat(credentials.byPassword("li.wei", Secret.of("wrong horse"), "o")).isEmpty();
        assertThat(credentials.byPassword("nobody", Secret.of("correct horse"), "o")).isEmpty();
        assertThat(credentials.users()).containsExactly(user);
    }

    @Test
    void a_new_password_ends_the_old_one_at_once() {
        var credentials = credentials();
        User user = credentials.saveUser("li.wei", Role.OPERATOR, Secret.of("old password"));
        credentials.byPassword("li.wei", Secret.of("old password"), "o");

        User same = credentials.saveUser("li.wei", Role.VIEWER, Secret.of("new password"));

        assertThat(same.id()).isEqualTo(user.id());
        assertThat(credentials.byPassword("li.wei", Secret.of("old password"), "o")).isEmpty();
        assertThat(credentials.byPassword("li.wei", Secret.of("new password"), "o").orElseThrow().role())
                .isEqualTo(Role.VIEWER);
        assertThat(credentials.deleteUser(user.id())).isTrue();
        assertThat(credentials.byPassword("li.wei", Secret.of("new password"), "o")).isEmpty();
    }

    @Test
    void a_password_that_was_just_right_is_not_hashed_again() {
        var credentials = credentials();
        credentials.saveUser("li.wei", Role.OPERATOR, Secret.of("correct horse"));
        credentials.byPassword("li.wei", Secret.of("correct horse"), "o");

        long began = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            credentials.byPassword("li.wei", Secret.of("correct horse"), "o");
        }

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void the_first_start_makes_an_administrator_and_a_token_in_private_files() throws IOException {
        var credentials = opened();
        Path password = directory.resolve("admin.password");
        Path token = directory.resolve("admin.token");

        assertThat(Files.readString(password).strip()).hasSize(20);
        assertThat(credentials.byPassword("admin", Secret.of(Files.readString(password).strip()), "o").orElseThrow()
                .role())
                        .isEqualTo(Role.ADMINISTRATOR);
        assertThat(credentials.byToken(Secret.of(Files.readString(token).strip()), "o").orElseThrow().role())
                .isEqualTo(Role.ADMINISTRATOR);
        for (Path file : new Path[] {password, token}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        }
    }

    @Test
    void a_later_start_keeps_both_and_makes_a_lost_token_anew() throws IOException {
        var users = opened().users();
        Path token = directory.resolve("admin.token");
        String text = Files.readString(token);
        reopen();

        opened();
        assertThat(Files.readString(token)).isEqualTo(text);

        Files.delete(token);
        var third = opened();
        assertThat(Files.readString(token)).isNotEqualTo(text);
        assertThat(third.tokens()).extracting(ApiToken::role).containsExactly(Role.ADMINISTRATOR);
        assertThat(third.users()).isEqualTo(users);
    }

    @Test
    void neither_tokens_nor_passwords_are_in_the_database_as_text() throws IOException {
        var credentials = credentials();
        credentials.saveUser("li.wei", Role.OPERATOR, Secret.of("Find-Me-If-You-Can"));
        String token = new String(
                credentials.issue(new TokenOrder("t", Role.VIEWER, Optional.empty())).text().reveal());
        database.close();

        String file = Files.readString(directory.resolve("db/dcos.mv.db"), StandardCharsets.ISO_8859_1);
        assertThat(file).doesNotContain("Find-Me-If-You-Can").doesNotContain(token);
    }

    private JpaCredentials opened() {
        DataDirectory data = () -> directory;
        return new JpaCredentials(database, data);
    }

    private InstantSource clock() {
        return () -> now;
    }

    private JpaCredentials credentials() {
        return new JpaCredentials(database, clock());
    }
}
