package org.dcos.ui.model.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.dcos.domain.Page;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.eventlog.EventLogState;
import org.dcos.domain.eventlog.EventLogs;
import org.dcos.domain.eventlog.EventSeverity;
import org.dcos.domain.eventlog.LogEntry;
import org.dcos.domain.problem.Unavailable;
import org.dcos.ui.model.FakeServerCore;
import org.dcos.ui.model.Samples;
import org.dcos.ui.model.TestRealm;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.estate.Mark;
import org.dcos.ui.model.text.Texts;
import org.eclipse.core.databinding.observable.value.WritableValue;
import org.junit.jupiter.api.Test;

class EventLogModelTest {

    private final TestRealm realm = new TestRealm();
    private final FakeServerCore server = new FakeServerCore();
    private final EstateModel estates = new EstateModel(realm, Runnable::run, (_, work) -> work.run());
    private final WritableValue<Optional<Bmc>> shown = new WritableValue<>(realm, Optional.empty(), Optional.class);
    private final List<LogEntry> entries = new ArrayList<>(List.of(
            Entries.entry(3, Duration.ofMinutes(5), "Fan 2", "Lower critical going low, reading 900 rpm", false,
                    EventSeverity.CRITICAL),
            Entries.entry(2, Duration.ofMinutes(50), "Fan 2", "Lower critical going low, reading 480 rpm", true,
                    EventSeverity.CRITICAL),
            Entries.entry(1, Duration.ofHours(3), "Inlet Temp", "Upper non-critical going high", true,
                    EventSeverity.WARNING)));
    private EventLogState state = state(12, 400, Duration.ofSeconds(-90), "", Optional.empty());
    private int loads;
    private Optional<Unavailable> refusal = Optional.empty();

    private static EventLogState state(int onBmc, int free, Duration skew, String failure,
            Optional<EventLogState.Gap> gap) {
        return new EventLogState(Entries.BMC, 3, onBmc, free, true, Optional.of(Samples.NOW.minusSeconds(200)), skew,
                false, failure, failure.isEmpty() ? Optional.empty() : Optional.of(Samples.NOW.minusSeconds(30)), gap);
    }

    private EventLogModel open(Locale locale) {
        server.services.put("eventLogs", Proxy.newProxyInstance(EventLogs.class.getClassLoader(),
                new Class<?>[] {EventLogs.class}, (_, method, _) -> {
                    if (refusal.isPresent()) {
                        throw refusal.get();
                    }
                    return switch (method.getName()) {
                        case "entries" -> {
                            loads++;
                            yield new Page<>(List.copyOf(entries), 0, entries.size());
                        }
                        case "state" -> state;
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                }));
        estates.connect(server);
        realm.runPosted();
        return new EventLogModel(estates, shown, Texts.load(locale), Clock.fixed(Samples.NOW, ZoneOffset.UTC));
    }

    private void show() {
        shown.setValue(Optional.of(new Bmc(Entries.BMC, 1, "10.20.3.4", 623, Entries.BMC,
                Optional.of(Samples.WEB.id()), Optional.empty(), Optional.empty())));
        realm.runPosted();
    }

    private static List<String> what(EventLogModel log) {
        return log.sight().getValue().rows().stream().map(LogRow::what).toList();
    }

    @Test
    void nothingIsLoadedWhileNobodyLooks() {
        var log = open(Locale.ENGLISH);
        show();
        assertThat(loads).isZero();

        log.watch(true);
        realm.runPosted();
        assertThat(loads).isEqualTo(1);
    }

    private EventLogModel watched(Locale locale) {
        var log = open(locale);
        log.watch(true);
        show();
        return log;
    }

    @Test
    void theNewestEntryStandsFirstAndAnEndSaysSo() {
        var log = watched(Locale.ENGLISH);

        assertThat(what(log)).containsExactly("ended: Lower critical going low, reading 900 rpm",
                "Lower critical going low, reading 480 rpm", "Upper non-critical going high");
        assertThat(log.sight().getValue().rows().getFirst().mark()).isEqualTo(Mark.NONE);
        assertThat(log.sight().getValue().summary()).isEqualTo("3 entries");
    }

    @Test
    void whatHappenedIsToldInChinese() {
        var log = watched(Locale.CHINESE);

        assertThat(what(log)).containsExactly("已解除：降至严重下限以下，读数 900 rpm", "降至严重下限以下，读数 480 rpm", "升至警告上限以上");
        assertThat(log.sight().getValue().rows().getFirst().type()).isEqualTo("风扇");
    }

    @Test
    void whatLastedIsASpanInItsLane() {
        var span = watched(Locale.ENGLISH).sight().getValue().spans().getFirst();

        assertThat(span.lane()).isZero();
        assertThat(span.from()).isEqualTo(Samples.NOW.minus(Duration.ofMinutes(50)));
        assertThat(span.to()).contains(Samples.NOW.minus(Duration.ofMinutes(5)));
    }

    @Test
    void aSearchAndASeverityNarrowTableAndTimeLine() {
        var log = watched(Locale.ENGLISH);
        log.search("fan 480");
        assertThat(what(log)).containsExactly("Lower critical going low, reading 480 rpm");
        assertThat(log.sight().getValue().points()).hasSize(1);
        assertThat(log.sight().getValue().summary()).isEqualTo("1 of 3 entries");

        log.search("");
        log.want(LogLens.WARNING);
        assertThat(log.sight().getValue().rows()).hasSize(3);
        log.want(LogLens.CRITICAL);
        assertThat(log.sight().getValue().rows()).hasSize(2);
    }

    @Test
    void aStretchOfTimeNarrowsTheTableOnly() {
        var log = watched(Locale.ENGLISH);
        log.stretch(Samples.NOW.minus(Duration.ofHours(4)), Samples.NOW.minus(Duration.ofHours(2)));

        assertThat(what(log)).containsExactly("Upper non-critical going high");
        assertThat(log.sight().getValue().points()).hasSize(3);
        assertThat(log.sight().getValue().narrowed()).isTrue();
        log.wholeTime();
        assertThat(log.sight().getValue().rows()).hasSize(3);
    }

    @Test
    void lanesCanBeTypesOfSensors() {
        var log = watched(Locale.ENGLISH);
        log.lanes(LogLanes.TYPE);

        assertThat(log.sight().getValue().lanes()).extracting(LogSight.Lane::title).containsExactly("Fan",
                "Temperature");
        assertThat(log.sight().getValue().points().getFirst().lane()).isEqualTo(1);
    }

    @Test
    void theHeadSaysWhenItWasReadHowFullItIsAndThatTheClockIsOff() {
        var head = watched(Locale.ENGLISH).head().getValue();

        assertThat(head.line()).isEqualTo("read 3 min ago · 12 entries, 32 % full · clock 1 min slow");
        assertThat(head.mark()).isEqualTo(Mark.WARNING);
        assertThat(head.trouble()).isEmpty();
    }

    @Test
    void whatMayHaveBeenLostIsTold() {
        state = state(12, 400, Duration.ZERO, "", Optional.of(new EventLogState.Gap(
                Instant.parse("2026-11-20T08:00:00Z"), Instant.parse("2026-11-20T09:00:00Z"))));

        assertThat(watched(Locale.ENGLISH).head().getValue().trouble()).isEqualTo("Cleared by somebody else or run "
                + "over: entries between 11-20 08:00:00 and 11-20 09:00:00 may be lost");
    }

    @Test
    void aFailureIsToldWithItsAge() {
        state = state(12, 400, Duration.ZERO, "BMC 10.20.3.4 does not answer", Optional.empty());

        assertThat(watched(Locale.ENGLISH).head().getValue().trouble())
                .isEqualTo("Not read 30 s ago: BMC 10.20.3.4 does not answer");
    }

    @Test
    void moreEntriesAreLoadedWhenTheyAreTold() {
        var log = watched(Locale.ENGLISH);
        entries.addFirst(Entries.entry(4, Duration.ofSeconds(5), "Inlet Temp", "Upper critical going high", true,
                EventSeverity.CRITICAL));
        server.send(new DomainEvent.EventLogChanged(Entries.BMC));
        realm.runPosted();

        assertThat(what(log)).hasSize(4).startsWith("Upper critical going high");
    }

    @Test
    void theLogOfAnotherBmcChangesNothingHere() {
        watched(Locale.ENGLISH);
        server.send(new DomainEvent.EventLogChanged(Samples.DB.id()));
        realm.runPosted();

        assertThat(loads).isEqualTo(1);
    }

    @Test
    void aLogThatCannotBeLoadedSaysWhy() {
        refusal = Optional.of(new Unavailable("The server-core is starting"));

        assertThat(watched(Locale.ENGLISH).problem().getValue()).isEqualTo("The server-core is starting");
    }

    @Test
    void anEntryHasItsRecordNumberAndItsBytes() {
        var log = watched(Locale.ENGLISH);
        var details = log.details(log.row("2").orElseThrow());

        assertThat(details).extracting(fact -> fact.label() + ": " + fact.value()).contains("Record: 2 (0x0002)",
                "Bytes: 1f 00 02 a1 b2 c3 65 20 00 04 01 30 57 50 2a 2a", "Sensor: Fan 2 (Fan)");
    }

    @Test
    void whatIsShownCanBeTakenAlong() {
        var log = watched(Locale.ENGLISH);
        log.search("inlet");

        assertThat(log.csv()).startsWith("\uFEFFmoment,read,severity,").contains("Upper non-critical going high")
                .doesNotContain("Fan 2");
    }

    @Test
    void fourThousandEntriesAreNarrowedWithinAFrame() {
        entries.clear();
        for (int i = 4_000; i > 0; i--) {
            entries.add(Entries.entry(i, Duration.ofMinutes(4_001L - i), i % 3 == 0 ? "Fan 1" : "Inlet Temp",
                    "Upper critical going high, reading " + i, i % 2 == 0, EventSeverity.WARNING));
        }
        var log = watched(Locale.ENGLISH);
        long began = System.nanoTime();
        log.search("fan 39");
        long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();

        assertThat(log.sight().getValue().rows()).isNotEmpty();
        assertThat(millis).isLessThan(1_000);
    }
}
