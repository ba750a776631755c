package org.dcos.server.monitor.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.Secret;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.audit.AuditLog;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcLog.Entry.Severity;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.eventlog.EventLogSettings;
import org.dcos.domain.eventlog.EventLogState.Gap;
import org.dcos.domain.eventlog.LogEntry;
import org.dcos.domain.eventlog.ReadLog;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.settings.SettingsStore;
import org.junit.jupiter.api.Test;

class ArchivedEventLogsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID SERVER = new UUID(7, 1);
    private static final BmcEndpoint ENDPOINT = new BmcEndpoint("10.0.0.1", 623, "ADMIN", Secret.of("ADMIN"));

    private final ScriptedLog log = new ScriptedLog();
    private final FakeArchive archive = new FakeArchive();
    private final DirectOperations operations = new DirectOperations();
    private final List<AuditEntry> deeds = new ArrayList<>();
    private final List<DomainEvent> events = new ArrayList<>();
    private final Surroundings around = new Surroundings();
    private final Map<String, Map<String, String>> settings = new java.util.HashMap<>();
    private final Bmc bmc = around.bmc(new UUID(8, 1), Optional.of(SERVER));
    private Instant now = NOW;
    private ArchivedEventLogs logs = start();

    private ArchivedEventLogs start() {
        return new ArchivedEventLogs(around.sources(log), archive, operations, new AuditLog() {
            @Override
            public void append(AuditEntry entry) {
                deeds.add(entry);
            }

            @Override
            public Page<AuditEntry> entries(Optional<UUID> subject, PageRequest page) {
                throw new UnsupportedOperationException();
            }
        }, events::add, new SettingsStore() {
            @Override
            public Map<String, String> load(String service) {
                return settings.getOrDefault(service, Map.of());
            }

            @Override
            public void save(String service, Map<String, String> values) {
                settings.put(service, values);
            }
        }, () -> now);
    }

    private void grow(int count) {
        for (int i = 0; i < count; i++) {
            log.grow(Optional.of(NOW.minusSeconds(1_000).plus(log.skew).plusSeconds(log.entries.size())),
                    Severity.WARNING, "AC lost");
        }
    }

    private List<Integer> records() {
        return archive.entries.stream().map(LogEntry::record).toList();
    }

    private boolean turn() throws InterruptedException {
        now = now.plusSeconds(600);
        return logs.readOn(bmc, ENDPOINT);
    }

    @Test
    void reads_what_is_there_and_then_asks_only_whether_there_is_more() throws Exception {
        grow(3);
        assertThat(turn()).isFalse();
        assertThat(records()).containsExactly(1, 2, 3);
        log.asked.clear();
        events.clear();
        int writes = archive.writes;

        turn();
        turn();

        assertThat(log.asked).containsExactly("state", "state");
        assertThat(events).isEmpty();
        assertThat(archive.writes).isEqualTo(writes);
        assertThat(logs.state(bmc.id()).read()).contains(now);

        grow(1);
        turn();
        assertThat(records()).containsExactly(1, 2, 3, 4);
        assertThat(events).containsExactly(new DomainEvent.EventLogChanged(bmc.id()));
    }

    @Test
    void looks_at_the_last_entry_where_a_bmc_tells_no_times() throws Exception {
        log.tellsTimes = false;
        grow(2);
        turn();
        log.asked.clear();

        turn();

        assertThat(log.asked).containsExactly("state", "entries");
        assertThat(records()).containsExactly(1, 2);
    }

    @Test
    void tells_when_it_happened_by_our_clock() throws Exception {
        log.skew = Duration.ofHours(1);
        log.grow(Optional.of(NOW.minusSeconds(120).plus(log.skew)), Severity.CRITICAL, "AC lost");
        log.grow(Optional.empty(), Severity.CRITICAL, "the clock was not set");
        turn();

        assertThat(archive.entries).extracting(LogEntry::moment).containsExactly(NOW.minusSeconds(120), now);
        assertThat(archive.entries.getFirst().at()).contains(NOW.minusSeconds(120).plus(Duration.ofHours(1)));
        assertThat(archive.entries).allSatisfy(entry -> assertThat(entry.server()).contains(SERVER));
        assertThat(logs.state(bmc.id()).skew()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void an_entry_without_a_time_happened_before_the_next_that_has_one() throws Exception {
        log.grow(Optional.empty(), Severity.WARNING, "the clock was not set");
        log.grow(Optional.of(NOW.minusSeconds(120)), Severity.WARNING, "AC lost");
        log.grow(Optional.empty(), Severity.WARNING, "the clock was lost");
        turn();

        assertThat(archive.entries).extracting(LogEntry::moment).containsExactly(NOW.minusSeconds(120),
                NOW.minusSeconds(120), now);
    }

    @Test
    void nothing_is_said_to_have_happened_after_it_was_read() throws Exception {
        log.skew = Duration.ofMinutes(-10);
        log.grow(Optional.of(NOW.plus(Duration.ofDays(400))), Severity.CRITICAL, "before its clock was set back");
        turn();

        assertThat(archive.entries.getFirst().moment()).isEqualTo(now);
    }

    @Test
    void reads_a_long_log_in_pieces_and_goes_on_where_it_was_when_it_breaks() throws Exception {
        grow(300);
        assertThat(turn()).isTrue();
        assertThat(logs.state(bmc.id()).complete()).isFalse();
        log.breaksAfter = 50;
        assertThat(turn()).isTrue();
        assertThat(records()).hasSize(178);

        logs = start(); // as after a kill

        while (turn()) {
            assertThat(records()).doesNotHaveDuplicates();
        }
        assertThat(records()).hasSize(300).isSorted().doesNotHaveDuplicates();
        assertThat(logs.state(bmc.id()).complete()).isTrue();
        assertThat(logs.state(bmc.id()).gap()).isEmpty();
    }

    @Test
    void a_log_that_somebody_cleared_is_read_anew_and_what_may_be_missing_is_told() throws Exception {
        grow(3);
        turn();
        var lastRead = now;
        log.skew = Duration.ofMinutes(5);
        log.clearedBySomebody(now.plusSeconds(60).plus(log.skew));
        log.grow(Optional.of(now.plusSeconds(70).plus(log.skew)), Severity.WARNING, "AC lost");
        turn();

        assertThat(records()).containsExactly(1, 2, 3, 1);
        assertThat(logs.state(bmc.id()).gap()).contains(new Gap(lastRead, lastRead.plusSeconds(60)));
        assertThat(archive.logs.get(bmc.id()).generation()).isEqualTo(1);
    }

    @Test
    void an_entry_that_is_gone_from_a_log_that_was_not_cleared_doubles_nothing() throws Exception {
        log.cleared = Optional.of(NOW.minusSeconds(100_000));
        grow(5);
        turn();
        log.entries.removeLast();
        turn();
        grow(1);
        turn();

        assertThat(records()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(logs.state(bmc.id()).gap()).isEmpty();
    }

    @Test
    void clearing_keeps_all_first_and_is_written_down_with_its_reason() throws Exception {
        grow(3);

        var operation = logs.clear(bmc.id(), " before the repair ");

        assertThat(operation.kind()).isEqualTo("event-log.clear");
        assertThat(operations.result().outcome()).isEqualTo("cleared");
        assertThat(records()).containsExactly(1, 2, 3);
        assertThat(log.entries).isEmpty();
        assertThat(deeds).singleElement().satisfies(deed -> {
            assertThat(deed.why()).isEqualTo("before the repair");
            assertThat(deed.subject()).contains(SERVER);
            assertThat(deed.what()).contains("srv-a01-01");
        });
        grow(1);
        turn();
        assertThat(records()).containsExactly(1, 2, 3, 1);
        assertThat(logs.state(bmc.id()).gap()).isEmpty();
        assertThat(logs.state(bmc.id()).kept()).isEqualTo(4);
    }

    @Test
    void what_comes_in_while_it_is_cleared_is_read_first() throws Exception {
        grow(3);
        log.beforeClear = () -> {
            log.beforeClear = () -> {};
            grow(2);
        };
        logs.clear(bmc.id(), "full");

        assertThat(operations.result().outcome()).isEqualTo("cleared");
        assertThat(records()).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void a_log_that_never_rests_is_left_as_it_is() throws Exception {
        grow(3);
        log.beforeClear = () -> grow(1);

        logs.clear(bmc.id(), "full");

        assertThat(operations.result().ok()).isFalse();
        assertThat(operations.result().message()).contains("srv-a01-01", "was not cleared");
        assertThat(log.entries).hasSize(8);
        assertThat(records()).hasSize(7);
    }

    @Test
    void a_clear_whose_answer_got_lost_is_not_laid_at_somebody_elses_door() throws Exception {
        grow(3);
        log.clearUnanswered = true;
        logs.clear(bmc.id(), "full");
        assertThat(operations.result().ok()).isFalse();

        logs = start(); // as after a kill
        grow(1);
        turn();

        assertThat(records()).containsExactly(1, 2, 3, 1);
        assertThat(logs.state(bmc.id()).gap()).isEmpty();
    }

    @Test
    void clears_by_itself_only_when_told_to() throws Exception {
        grow(85);
        turn();
        turn();
        assertThat(log.asked).doesNotContain("clear");

        logs.save(new EventLogSettings(Duration.ofMinutes(10), Duration.ofDays(30), true));
        deeds.clear();
        turn();

        assertThat(log.entries).isEmpty();
        assertThat(records()).hasSize(85);
        assertThat(deeds).singleElement().satisfies(deed -> {
            assertThat(deed.who()).isEqualTo("system");
            assertThat(deed.why()).contains("nearly full");
        });
    }

    @Test
    void a_failure_is_shown_until_the_next_success_and_told_once() throws Exception {
        log.silent = true;
        turn();
        turn();
        assertThat(logs.state(bmc.id()).failure()).isEqualTo("BMC 10.0.0.1:623 does not answer.");
        assertThat(events).hasSize(1);
        logs.read(bmc.id());
        assertThat(operations.result().ok()).isFalse();

        log.silent = false;
        grow(1);
        logs.read(bmc.id());
        assertThat(operations.result().message()).isEqualTo("1 new entry is kept.");
        assertThat(logs.state(bmc.id()).failure()).isEmpty();
    }

    @Test
    void a_cancelled_reading_keeps_what_it_has() throws Exception {
        grow(3);
        operations.cancelled = true;

        logs.clear(bmc.id(), "full");

        assertThat(operations.results).isEmpty();
        assertThat(log.entries).hasSize(3);
    }

    @Test
    void a_bmc_discovered_again_goes_on_where_it_was() throws Exception {
        grow(3);
        turn();
        logs.keepHouse();
        around.forget(bmc.id());
        var again = around.bmc(new UUID(8, 2), Optional.of(SERVER));
        grow(1);

        logs.readOn(again, ENDPOINT);

        assertThat(records()).containsExactly(1, 2, 3, 4);
        assertThat(archive.logs.values()).extracting(ReadLog::bmc).containsExactly(again.id());
    }

    @Test
    void what_is_kept_for_long_enough_is_deleted() throws Exception {
        grow(3);
        turn();
        now = now.plus(Duration.ofDays(366));
        grow(1);
        turn();

        logs.keepHouse();

        assertThat(records()).containsExactly(4);
    }

    @Test
    void a_bmc_that_is_gone_is_forgotten_when_nothing_of_it_is_kept_any_more() throws Exception {
        grow(3);
        turn();
        around.forget(bmc.id());
        logs.keepHouse();
        assertThat(archive.logs).hasSize(1);

        now = now.plus(Duration.ofDays(366));
        logs.keepHouse();

        assertThat(archive.entries).isEmpty();
        assertThat(archive.logs).isEmpty();
    }

    @Test
    void says_what_cannot_be_done() throws Problem {
        assertThatThrownBy(() -> logs.state(new UUID(0, 0))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> logs.clear(bmc.id(), "  ")).isInstanceOf(Invalid.class).hasMessageContaining("why");
        assertThatThrownBy(() -> logs.save(new EventLogSettings(Duration.ZERO, Duration.ZERO, false)))
                .isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(invalid.violations())
                        .extracting(Invalid.Violation::field).containsExactly("interval", "retention"));
        assertThat(logs.state(bmc.id()).read()).isEmpty();
        assertThat(log.asked).isEmpty();
    }

    @Test
    void settings_come_back_from_the_store() throws Exception {
        var changed = new EventLogSettings(Duration.ofMinutes(3), Duration.ofDays(30), true);
        logs.save(changed);

        assertThat(start().settings()).isEqualTo(changed);
        assertThat(start().interval()).isEqualTo(Duration.ofMinutes(3));
    }
}
