package org.dcos.ui.model.eventlog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.PageRequest;
import org.dcos.domain.ServerCore;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.eventlog.EntryFilter;
import org.dcos.domain.eventlog.EventLogState;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.device.DevicePage.Fact;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.model.work.Outcome;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.WritableValue;

/**
 * The event log of the shown server's BMC. Loaded in the background when somebody looks, and again when more was read;
 * what comes late for a BMC no longer shown is dropped. Used in the realm.
 */
public final class EventLogModel implements AutoCloseable {

    /** The newest of a log that is larger; a BMC has room for some thousands. */
    private static final int MOST_ENTRIES = 10_000;
    private static final Duration GATHER = Duration.ofMillis(500);

    private final EstateModel estates;
    private final IObservableValue<Optional<Bmc>> shown;
    private final Texts texts;
    private final LogWords words;
    private final Clock clock;
    private final WritableValue<LogSight> sight;
    private final WritableValue<LogHead> head;
    private final WritableValue<String> problem;
    private final Runnable unlisten;
    private LogList list = LogList.NOTHING;
    private LogList.Wish wish = new LogList.Wish(LogLens.ALL, "", LogLanes.SEVERITY, Optional.empty());
    private Optional<EventLogState> state = Optional.empty();
    private Optional<UUID> loaded = Optional.empty();
    private boolean watched;
    private boolean waiting;
    private int loads;

    private record Loaded(EventLogState state, LogList list) {}

    public EventLogModel(EstateModel estates, IObservableValue<Optional<Bmc>> shown, Texts texts, Clock clock) {
        this.estates = estates;
        this.shown = shown;
        this.texts = texts;
        this.clock = clock;
        this.words = new LogWords(texts, clock.getZone());
        var realm = shown.getRealm();
        sight = new WritableValue<>(realm, list.sight(wish, texts, clock.instant()), LogSight.class);
        head = new WritableValue<>(realm, LogHead.NOTHING, LogHead.class);
        problem = new WritableValue<>(realm, "", String.class);
        shown.addValueChangeListener(_ -> changed());
        unlisten = estates.listen(this::heard);
    }

    /** In which times are written. */
    public ZoneId zone() {
        return clock.getZone();
    }

    public IObservableValue<LogSight> sight() {
        return sight;
    }

    public IObservableValue<LogHead> head() {
        return head;
    }

    /** Why the log could not be loaded; empty when it could. */
    public IObservableValue<String> problem() {
        return problem;
    }

    @Override
    public void close() {
        unlisten.run();
    }

    /** Whether somebody looks: else nothing is loaded. */
    public void watch(boolean looking) {
        watched = looking;
        changed();
    }

    public void want(LogLens lens) {
        wish = new LogList.Wish(lens, wish.text(), wish.lanes(), wish.seen());
        show();
    }

    /** Narrows to entries that have all these words. */
    public void search(String text) {
        wish = new LogList.Wish(wish.lens(), text, wish.lanes(), wish.seen());
        show();
    }

    public void lanes(LogLanes lanes) {
        wish = new LogList.Wish(wish.lens(), wish.text(), lanes, wish.seen());
        show();
    }

    public LogLanes lanes() {
        return wish.lanes();
    }

    /** Narrows the rows to a stretch of the time line. */
    public void stretch(Instant from, Instant to) {
        wish = new LogList.Wish(wish.lens(), wish.text(), wish.lanes(),
                Optional.of(new LogList.Stretch(from, to)));
        show();
    }

    /** All of the time again. */
    public void wholeTime() {
        wish = new LogList.Wish(wish.lens(), wish.text(), wish.lanes(), Optional.empty());
        show();
    }

    public Optional<LogRow> row(String id) {
        return list.row(id);
    }

    /** All there is to know of an entry. */
    public List<Fact> details(LogRow row) {
        return words.details(row);
    }

    /** What is shown, as comma-separated values that a spreadsheet opens. */
    public String csv() {
        return LogCsv.of(texts, sight.getValue().rows());
    }

    /** Writes ages anew. */
    public void tick() {
        head.setValue(words.head(state, clock.instant()));
    }

    private Optional<UUID> bmc() {
        return shown.getValue().map(Bmc::id);
    }

    private void changed() {
        var bmc = bmc();
        if (!bmc.equals(loaded)) {
            loads++;
            loaded = Optional.empty();
            list = LogList.NOTHING;
            state = Optional.empty();
            problem.setValue("");
            wish = new LogList.Wish(wish.lens(), wish.text(), wish.lanes(), Optional.empty());
            show();
            tick();
        }
        if (watched && bmc.isPresent() && loaded.isEmpty()) {
            loaded = bmc;
            load();
        }
    }

    private void heard(DomainEvent event) {
        boolean ours = event instanceof DomainEvent.EventLogChanged(var bmc) && bmc().filter(bmc::equals).isPresent();
        if (ours || event instanceof DomainEvent.Resync) {
            soon();
        }
    }

    /** A long log is told in parts: once for some of them; not before somebody looks again. */
    private void soon() {
        if (!watched) {
            loaded = Optional.empty();
        } else if (!waiting && loaded.isPresent()) {
            waiting = true;
            estates.later(GATHER, () -> {
                waiting = false;
                load();
            });
        }
    }

    private void load() {
        if (loaded.isEmpty()) {
            return;
        }
        int mine = ++loads;
        var bmc = loaded.get();
        Outcome.of(estates, texts, core -> read(core, bmc), outcome -> {
            if (mine == loads) {
                problem.setValue(outcome.problem());
                outcome.value().ifPresent(this::loaded);
            }
        });
    }

    private Loaded read(ServerCore core, UUID bmc) throws Problem {
        var state = core.eventLogs().state(bmc);
        var rows = new ArrayList<LogRow>();
        var filter = EntryFilter.ofBmc(bmc);
        var page = core.eventLogs().entries(filter, new PageRequest(0, MOST_ENTRIES));
        page.items().forEach(entry -> rows.add(words.row(entry)));
        return new Loaded(state, new LogList(rows, page.total()));
    }

    private void loaded(Loaded fresh) {
        list = fresh.list();
        state = Optional.of(fresh.state());
        show();
        tick();
    }

    private void show() {
        sight.setValue(list.sight(wish, texts, clock.instant()));
    }
}
