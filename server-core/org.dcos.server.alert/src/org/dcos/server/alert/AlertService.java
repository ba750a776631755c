package org.dcos.server.alert;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.access.Caller;
import org.dcos.domain.alert.Alert;
import org.dcos.domain.alert.AlertFilter;
import org.dcos.domain.alert.AlertRule;
import org.dcos.domain.alert.AlertStore;
import org.dcos.domain.alert.Alerts;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.audit.AuditLog;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.cmdb.InventoryStore;
import org.dcos.domain.event.EventPublisher;
import org.dcos.domain.monitor.Observation;
import org.dcos.domain.monitor.ObservationListener;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.problem.Unavailable;
import org.dcos.domain.settings.SettingsStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The alerts: raises and resolves them by what the collector observes, and answers operators about them. */
@Component(immediate = true, service = {Alerts.class, ObservationListener.class})
public final class AlertService implements Alerts, ObservationListener {

    static final int LONGEST_NOTE = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(AlertService.class);
    private static final String SETTINGS = "alert";
    private static final String DEFAULTS_MADE = "defaultRulesMade";
    private static final Duration LOOK_AT_HOLD_TIMES_EVERY = Duration.ofMillis(250);

    private final AlertStore store;
    private final AuditLog audit;
    private final InstantSource clock;
    private final AlertWriter writer;
    private final Engine engine;
    /** One change of the rules at a time. */
    private final Object rulesLock = new Object();
    private final ScheduledExecutorService timer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("alert-hold-times").factory());

    @Activate
    public AlertService(@Reference AlertStore store, @Reference InventoryStore inventory, @Reference BmcStore bmcs,
            @Reference SettingsStore settings, @Reference AuditLog audit, @Reference EventPublisher publisher) {
        this(store, inventory, bmcs, settings, audit, publisher, InstantSource.system());
        writer.start();
        timer.scheduleWithFixedDelay(this::holdTimesOver, 0, LOOK_AT_HOLD_TIMES_EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** For tests: no threads run. */
    AlertService(AlertStore store, InventoryStore inventory, BmcStore bmcs, SettingsStore settings, AuditLog audit,
            EventPublisher publisher, InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        writer = new AlertWriter(store, inventory, publisher);
        makeDefaultRules(settings);
        engine = new Engine(store.rules(), writer::add);
        var open = openAlerts();
        writer.restore(open);
        engine.restore(open, watched(inventory, bmcs), clock.instant());
        LOG.info("Alerts: {} are open, {} rules", open.size(), store.rules().size());
    }

    private void makeDefaultRules(SettingsStore settings) {
        if (settings.load(SETTINGS).containsKey(DEFAULTS_MADE)) {
            return;
        }
        try {
            var names = new HashSet<String>();
            store.rules().forEach(rule -> names.add(rule.name()));
            for (var rule : DefaultRules.make()) {
                if (!names.contains(rule.name())) { // a crash may have cut an earlier start short
                    store.save(rule);
                }
            }
            settings.save(SETTINGS, Map.of(DEFAULTS_MADE, "true"));
        } catch (Conflict e) {
            LOG.error("The default alert rules could not be made: {}. Add rules by hand, or start again",
                    e.getMessage());
        }
    }

    private List<Alert> openAlerts() {
        var open = new ArrayList<Alert>();
        Page<Alert> page;
        do {
            page = store.alerts(AlertFilter.OPEN, new PageRequest(open.size(), PageRequest.MAX_LIMIT));
            open.addAll(page.items());
        } while (!page.items().isEmpty() && open.size() < page.total());
        return open;
    }

    private static Set<UUID> watched(InventoryStore inventory, BmcStore bmcs) {
        var servers = new HashSet<UUID>();
        inventory.allServers().forEach(server -> servers.add(server.id()));
        var withBmc = new HashSet<UUID>();
        bmcs.bmcs().forEach(bmc -> bmc.server().filter(servers::contains).ifPresent(withBmc::add));
        return withBmc;
    }

    @Override
    public void observed(Observation observation) {
        engine.observed(observation);
    }

    @Override
    public void unwatched(UUID server) {
        engine.unwatched(server, clock.instant());
    }

    void holdTimesOver() {
        try {
            engine.holdTimesOver(clock.instant());
        } catch (RuntimeException e) { // else the timer would never run again
            LOG.error("Looking at hold times failed; it is tried again", e);
        }
    }

    /** Stores what changed; for tests, in place of the thread. */
    void writeAll() {
        writer.writeAll();
    }

    @Override
    public Page<Alert> alerts(AlertFilter filter, PageRequest page) {
        return store.alerts(filter, page);
    }

    @Override
    public Alert alert(UUID id) throws Problem {
        return store.alert(id).orElseThrow(() -> NotFound.of("alert", id));
    }

    @Override
    public Alert acknowledge(UUID id, String note) throws Problem {
        if (note.length() > LONGEST_NOTE) {
            throw Invalid.field("note",
                    "A note of %d characters is longer than %d.".formatted(note.length(), LONGEST_NOTE));
        }
        var known = alert(id);
        var caller = Caller.current();
        var now = clock.instant();
        try {
            var acknowledged = engine.<Conflict>change(known.server(), id,
                    a -> writer.store(a.acknowledged(caller.name(), now, note.strip())));
            var alert = acknowledged.orElseThrow(() -> new Conflict(
                    "The alert \"%s\" is resolved already; there is nothing to look after.".formatted(known.what())));
            audit.append(new AuditEntry(0, now, caller.name(), caller.origin(), "alert.acknowledge", Optional.of(id),
                    "%s, %s".formatted(alert.what(), alert.where()), note.strip()));
            return alert;
        } catch (RuntimeException e) {
            LOG.error("Acknowledging alert {} failed", id, e);
            throw new Unavailable("The acknowledgement could not be stored. Try it again in a moment.", e);
        }
    }

    @Override
    public List<AlertRule> rules() {
        return store.rules();
    }

    @Override
    public AlertRule save(AlertRule rule) throws Problem {
        synchronized (rulesLock) {
            RuleChecks.check(rule, store.rules());
            var saved = store.save(new AlertRule(rule.id(), rule.version(), rule.name().strip(), rule.enabled(),
                    rule.severity(), rule.condition(), rule.holdFor()));
            engine.rules(store.rules(), clock.instant());
            note("alert-rule.save", saved, saved.toString());
            return saved;
        }
    }

    @Override
    public void deleteRule(UUID id) throws Problem {
        synchronized (rulesLock) {
            var all = store.rules();
            var rule = all.stream().filter(each -> each.id().equals(id)).findFirst()
                    .orElseThrow(() -> NotFound.of("alert rule", id));
            engine.rules(all.stream().filter(each -> !each.id().equals(id)).toList(), clock.instant());
            writer.writeAll(); // its alerts are resolved in the store before it goes
            if (!store.deleteRule(id)) {
                throw NotFound.of("alert rule", id);
            }
            note("alert-rule.delete", rule, rule.name());
        }
    }

    private void note(String action, AlertRule rule, String what) {
        var caller = Caller.current();
        audit.append(new AuditEntry(0, clock.instant(), caller.name(), caller.origin(), action, Optional.of(rule.id()),
                what, ""));
    }

    /** Stores what is in hand. */
    @Deactivate
    public void close() {
        timer.shutdownNow();
        writer.close();
    }
}
