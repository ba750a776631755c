package org.dcos.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.Secret;
import org.dcos.domain.access.Caller;
import org.dcos.domain.access.Role;
import org.dcos.domain.access.TokenOrder;
import org.dcos.domain.access.User;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.audit.AuditLog;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.junit.jupiter.api.Test;

class AccessServiceTest {

    private static final Instant NOW = Instant.parse("2026-07-01T08:00:00Z");
    private static final Caller OPERATOR = new Caller("li.wei", Role.OPERATOR, "10.0.0.1");
    private static final Secret LONG_ENOUGH = Secret.of("0123456789ab");

    private final List<AuditEntry> audit = new ArrayList<>();
    private final Kept credentials = new Kept();
    private final AccessService access = new AccessService(credentials, new Log(), InstantSource.fixed(NOW));

    @Test
    void a_token_has_at_most_the_role_of_who_asks() throws Problem {
        assertThat(OPERATOR.call(() -> access.issue(order("x", Role.OPERATOR, Optional.empty()))).token().role())
                .isEqualTo(Role.OPERATOR);
        assertThatThrownBy(() -> OPERATOR.call(() -> access.issue(order("x", Role.ADMINISTRATOR, Optional.empty()))))
                .isInstanceOf(Invalid.class).hasMessageContaining("OPERATOR");
    }

    @Test
    void every_broken_rule_of_an_order_is_named() {
        Invalid invalid = catchThrowableOfType(Invalid.class,
                () -> OPERATOR.call(() -> access.issue(order(" ", Role.ADMINISTRATOR, Optional.of(NOW)))));
        assertThat(invalid.violations()).extracting(Invalid.Violation::field).containsExactly("role", "name",
                "expires");
    }

    @Test
    void a_short_password_and_a_name_with_a_colon_are_refused() {
        Invalid invalid = catchThrowableOfType(Invalid.class,
                () -> access.saveUser("li:wei", Role.VIEWER, Secret.of("short")));
        assertThat(invalid.violations()).extracting(Invalid.Violation::field).containsExactly("name", "password");
        assertThat(invalid).hasMessageNotContaining("short ").hasMessageContaining("12");
    }

    @Test
    void the_last_administrator_can_neither_go_nor_be_demoted() throws Problem {
        User admin = access.saveUser("admin", Role.ADMINISTRATOR, LONG_ENOUGH);
        assertThatThrownBy(() -> access.deleteUser(admin.id())).isInstanceOf(Conflict.class)
                .hasMessageContaining("only administrator");
        assertThatThrownBy(() -> access.saveUser("admin", Role.VIEWER, LONG_ENOUGH)).isInstanceOf(Conflict.class);
        access.saveUser("second", Role.ADMINISTRATOR, LONG_ENOUGH);
        access.deleteUser(admin.id());
        assertThat(access.users()).extracting(User::name).containsExactly("second");
    }

    @Test
    void what_is_not_there_cannot_be_deleted() {
        assertThatThrownBy(() -> access.revoke(UUID.randomUUID())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> access.deleteUser(UUID.randomUUID())).isInstanceOf(NotFound.class);
    }

    @Test
    void changes_are_audited_with_who_and_without_secrets() throws Problem {
        OPERATOR.call(() -> access.saveUser("zhang", Role.VIEWER, LONG_ENOUGH));
        assertThat(audit).singleElement().satisfies(e -> {
            assertThat(e.who()).isEqualTo("li.wei");
            assertThat(e.origin()).isEqualTo("10.0.0.1");
            assertThat(e.action()).isEqualTo("user.save");
            assertThat(e.toString()).doesNotContain("0123456789ab");
        });
    }

    private static TokenOrder order(String name, Role role, Optional<Instant> expires) {
        return new TokenOrder(name, role, expires);
    }

    private final class Log implements AuditLog {
        @Override
        public void append(AuditEntry entry) {
            audit.add(entry);
        }

        @Override
        public Page<AuditEntry> entries(Optional<UUID> subject, PageRequest page) {
            return new Page<>(audit, 0, audit.size());
        }
    }

    private static final class Kept extends FakeCredentials {
        private final List<User> users = new ArrayList<>();

        @Override
        public List<User> users() {
            return List.copyOf(users);
        }

        @Override
        public User saveUser(String name, Role role, Secret password) {
            users.removeIf(u -> u.name().equals(name));
            var user = new User(UUID.randomUUID(), name, role);
            users.add(user);
            return user;
        }

        @Override
        public boolean deleteUser(UUID user) {
            return users.removeIf(u -> u.id().equals(user));
        }
    }
}
