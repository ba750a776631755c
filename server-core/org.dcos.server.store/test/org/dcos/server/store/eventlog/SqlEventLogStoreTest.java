package org.dcos.server.store.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import org.dcos.domain.PageRequest;
import org.dcos.domain.eventlog.EntryFilter;
import org.dcos.domain.eventlog.EventLogState;
import org.dcos.domain.eventlog.EventSeverity;
import org.dcos.domain.eventlog.LogEntry;
import org.dcos.domain.eventlog.ReadLog;
import org.dcos.domain.eventlog.ReadLog.LastEntry;
import org.dcos.domain.eventlog.ReadLog.Told;
import org.dcos.server.store.database.OpenDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqlEventLogStoreTest extends OpenDatabase {

    private static final Instant SEEN = Instant.parse("2026-11-26T09:00:00.123456Z");
    private static final UUID BMC = new UUID(1, 1);
    private static final UUID SERVER = new UUID(2, 1);

    private SqlEventLogStore store;

    @BeforeEach
    void openStore() {
        store = new SqlEventLogStore(database);
    }

    private static LogEntry entry(int record, EventSeverity severity, String text) {
        return entry(BMC, record, SEEN.minusSeconds(1_000 - record), severity, text);
    }

    private static LogEntry entry(UUID bmc, int record, Instant moment, EventSeverity severity, String text) {
        return new LogEntry(0, bmc, Optional.of(SERVER), Optional.of(moment.plusSeconds(3_600)), SEEN, moment, record,
                "Fan1", "Fan", text, true, severity, "%04x02aabb".formatted(record));
    }

    private static LogEntry plain(int record) {
        return entry(record, EventSeverity.INFORMATION, "entry " + record);
    }

    private static ReadLog log(int generation, LogEntry last) {
        return new ReadLog(BMC, Optional.of(SERVER), generation,
                Optional.of(new LastEntry(last.record(), last.bytes())), true, false,
                new EventLogState(BMC, 0, 3, 160, true, Optional.of(SEEN), Duration.ofHours(1), false, "",
                        Optional.empty(), Optional.of(new EventLogState.Gap(SEEN.minusSeconds(60), SEEN))),
                Optional.of(new Told(3, Optional.of(SEEN), Optional.empty())));
    }

    private List<Integer> records(EntryFilter filter) {
        return store.entries(filter, PageRequest.ALL).items().stream().map(LogEntry::record).toList();
    }

    @Test
    void gives_back_what_it_took_after_a_restart() {
        var entries = List.of(plain(1), entry(2, EventSeverity.CRITICAL, "lower critical, going low"));
        var read = log(0, entries.getLast());
        store.add(read, entries);

        reopen();
        openStore();

        assertThat(store.logs()).containsExactly(read);
        assertThat(store.kept(BMC)).isEqualTo(2);
        assertThat(store.entries(EntryFilter.ALL, PageRequest.ALL).items())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .containsExactly(entries.get(1), entries.get(0));
    }

    @Test
    void an_entry_read_twice_is_kept_once() {
        store.add(log(0, plain(2)), List.of(plain(1), plain(2)));

        int added = store.add(log(0, plain(3)), List.of(plain(1), plain(2), plain(3)));

        assertThat(added).isEqualTo(1);
        assertThat(records(EntryFilter.ALL)).containsExactly(3, 2, 1);
    }

    @Test
    void after_a_clear_the_same_number_and_content_is_another_entry() {
        store.add(log(0, plain(1)), List.of(plain(1)));
        store.add(log(1, plain(1)), List.of(plain(1)));

        assertThat(records(EntryFilter.ALL)).containsExactly(1, 1);
        assertThat(store.logs()).extracting(ReadLog::generation).containsExactly(1);
    }

    @Test
    void finds_by_server_severity_text_and_time() {
        var other = new UUID(1, 2);
        store.add(log(0, plain(1)), List.of(plain(1), entry(2, EventSeverity.WARNING, "100% of_it"),
                entry(3, EventSeverity.CRITICAL, "Power Supply AC lost")));
        store.add(ReadLog.unread(other, Optional.empty()), List.of(new LogEntry(0, other, Optional.empty(),
                Optional.empty(), SEEN, SEEN, 9, "", "", "of a BMC without a server", false, EventSeverity.WARNING,
                "")));
        var none = Optional.<UUID>empty();
        var text = Optional.<String>empty();
        var time = Optional.<Instant>empty();

        assertThat(records(EntryFilter.ofServer(SERVER))).containsExactly(3, 2, 1);
        assertThat(records(EntryFilter.ofBmc(other))).containsExactly(9);
        assertThat(records(new EntryFilter(none, none, Optional.of(EventSeverity.WARNING), text, time, time)))
                .containsExactly(9, 3, 2);
        assertThat(records(new EntryFilter(none, none, Optional.empty(), Optional.of("ac LOST"), time, time)))
                .containsExactly(3);
        assertThat(records(new EntryFilter(none, none, Optional.empty(), Optional.of("0% of_"), time, time)))
                .containsExactly(2);
        assertThat(records(new EntryFilter(none, none, Optional.empty(), Optional.of("100_"), time, time))).isEmpty();
        assertThat(records(new EntryFilter(none, none, Optional.empty(), text, Optional.of(SEEN.minusSeconds(998)),
                Optional.of(SEEN)))).containsExactly(3, 2);
    }

    @Test
    void gives_parts_of_a_long_list() {
        store.add(log(0, plain(999)), IntStream.rangeClosed(1, 999).mapToObj(SqlEventLogStoreTest::plain).toList());

        var page = store.entries(EntryFilter.ofServer(SERVER), new PageRequest(10, 2));

        assertThat(page.total()).isEqualTo(999);
        assertThat(page.items()).extracting(LogEntry::record).containsExactly(989, 988);
        assertThat(store.entries(EntryFilter.ALL, new PageRequest(5_000, 10)).total()).isEqualTo(999);
    }

    @Test
    void what_was_read_too_long_ago_goes_in_pieces() {
        store.add(log(0, plain(300)), IntStream.rangeClosed(1, 300).mapToObj(SqlEventLogStoreTest::plain).toList());
        store.add(log(0, plain(301)), List.of(new LogEntry(0, BMC, Optional.of(SERVER), Optional.empty(),
                SEEN.plusSeconds(5), SEEN.minusSeconds(90_000), 301, "", "", "old, but read later", true,
                EventSeverity.WARNING, "ff")));

        assertThat(store.prune(SEEN.plusSeconds(1), 200)).isEqualTo(200);
        assertThat(store.prune(SEEN.plusSeconds(1), 200)).isEqualTo(100);
        assertThat(store.prune(SEEN.plusSeconds(1), 200)).isZero();

        assertThat(records(EntryFilter.ALL)).containsExactly(301);
        assertThat(store.logs()).hasSize(1);
    }

    @Test
    void a_bmc_that_stands_for_another_has_its_entries() {
        store.add(log(3, plain(1)), List.of(plain(1)));
        var now = new UUID(1, 7);

        store.hand(BMC, log(3, plain(1)).of(now));

        assertThat(store.logs()).containsExactly(log(3, plain(1)).of(now));
        assertThat(records(EntryFilter.ofBmc(now))).containsExactly(1);
        assertThat(store.kept(BMC)).isZero();
        store.forget(now);
        assertThat(store.logs()).isEmpty();
        assertThat(store.kept(now)).isEqualTo(1);
    }
}
