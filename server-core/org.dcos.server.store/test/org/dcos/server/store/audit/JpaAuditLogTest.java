package org.dcos.server.store.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.PageRequest;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.server.store.database.OpenDatabase;
import org.junit.jupiter.api.Test;

class JpaAuditLogTest extends OpenDatabase {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456Z");

    @Test
    void lists_newest_first_and_ascends_over_a_restart() {
        var log = new JpaAuditLog(database);
        for (int i = 0; i < 3; i++) {
            log.append(entry("deed " + i, Optional.empty()));
        }
        reopen();
        var reopened = new JpaAuditLog(database);
        reopened.append(entry("deed 3", Optional.empty()));

        var page = reopened.entries(Optional.empty(), new PageRequest(0, 3));

        assertThat(page.items()).extracting(AuditEntry::what).containsExactly("deed 3", "deed 2", "deed 1");
        assertThat(page.total()).isEqualTo(4);
        assertThat(page.items().get(0).sequence()).isGreaterThan(page.items().get(1).sequence());
    }

    @Test
    void gives_back_every_field_and_finds_by_subject() {
        var log = new JpaAuditLog(database);
        var subject = UUID.randomUUID();
        log.append(entry("of another", Optional.of(UUID.randomUUID())));
        log.append(entry("of this", Optional.of(subject)));

        var found = log.entries(Optional.of(subject), PageRequest.ALL).items();

        assertThat(found).containsExactly(new AuditEntry(found.getFirst().sequence(), NOW, "li.wei", "10.0.0.1",
                "power.cycle", Optional.of(subject), "of this", "it hangs"));
    }

    @Test
    void a_text_longer_than_its_column_is_cut_and_not_refused() {
        var log = new JpaAuditLog(database);

        log.append(entry("x".repeat(5_000), Optional.empty()));

        assertThat(log.entries(Optional.empty(), PageRequest.ALL).items().getFirst().what()).hasSize(4_000)
                .endsWith("x…");
    }

    private static AuditEntry entry(String what, Optional<UUID> subject) {
        return new AuditEntry(0, NOW, "li.wei", "10.0.0.1", "power.cycle", subject, what, "it hangs");
    }
}
