package org.dcos.server.cmdb.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.AddressState;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.ip.QuarantineSettings;
import org.dcos.domain.ip.SweepReport;
import org.dcos.domain.ip.WireFinding;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.settings.SettingsStore;
import org.dcos.server.cmdb.live.LiveRecords;

/** Addresses that were given back: asks them on the wire and releases those that were silent long enough. */
final class Quarantine {

    private static final String SETTINGS = "addresses";
    private static final int AT_ONCE = 4096;

    private final LiveRecords records;
    private final SettingsStore store;
    private final Wire wire;
    private final InstantSource clock;

    Quarantine(LiveRecords records, SettingsStore store, Wire wire, InstantSource clock) {
        this.records = records;
        this.store = store;
        this.wire = wire;
        this.clock = clock;
    }

    QuarantineSettings settings() {
        Map<String, String> values = store.load(SETTINGS);
        QuarantineSettings defaults = QuarantineSettings.DEFAULTS;
        return new QuarantineSettings(
                Optional.ofNullable(values.get("quarantine")).map(Duration::parse).orElse(defaults.time()),
                Optional.ofNullable(values.get("sweepEvery")).map(Duration::parse).orElse(defaults.sweepEvery()),
                Optional.ofNullable(values.get("releaseUnasked")).map(Boolean::valueOf)
                        .orElse(defaults.releaseUnasked()));
    }

    void save(QuarantineSettings settings) throws Invalid {
        var wrong = new ArrayList<Invalid.Violation>();
        between(wrong, "time", settings.time(), Duration.ofDays(366));
        between(wrong, "sweepEvery", settings.sweepEvery(), Duration.ofDays(7));
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
        store.save(SETTINGS, Map.of("quarantine", settings.time().toString(), "sweepEvery",
                settings.sweepEvery().toString(), "releaseUnasked", Boolean.toString(settings.releaseUnasked())));
    }

    private static void between(List<Invalid.Violation> wrong, String field, Duration value, Duration most) {
        if (value.compareTo(Duration.ofMinutes(1)) < 0 || value.compareTo(most) > 0) {
            wrong.add(new Invalid.Violation(field, "%s is not between 1 minute and %d days.".formatted(value,
                    most.toDays())));
        }
    }

    /** Asks all of them and does what follows from the answers, as one change set. */
    SweepReport sweep() throws Problem {
        List<IpAddress> waiting = records.read(view -> view.all(IpAddress.class)
                .filter(address -> address.state() == AddressState.QUARANTINED).toList());
        var findings = new HashMap<UUID, WireFinding>();
        var told = new ArrayList<WireFinding>();
        for (int from = 0; from < waiting.size(); from += AT_ONCE) {
            List<IpAddress> some = waiting.subList(from, Math.min(waiting.size(), from + AT_ONCE));
            List<WireFinding> found = wire.ask(some.stream().map(Space::at).distinct().toList());
            var byAddress = new HashMap<String, WireFinding>();
            found.forEach(finding -> byAddress.put(finding.address(), finding));
            some.forEach(address -> findings.put(address.id(), byAddress.get(address.address())));
            told.addAll(found);
        }
        return waiting.isEmpty() ? new SweepReport(Optional.empty(), List.of(), List.of(), 0, List.of())
                : decided(waiting, findings, told);
    }

    private SweepReport decided(List<IpAddress> waiting, Map<UUID, WireFinding> findings, List<WireFinding> told)
            throws Problem {
        QuarantineSettings settings = settings();
        Instant now = clock.instant();
        if (waiting.stream().noneMatch(address -> changes(address, findings, settings, now))) {
            return new SweepReport(Optional.empty(), List.of(), List.of(), waiting.size(), told);
        }
        var released = new ArrayList<String>();
        var restarted = new ArrayList<String>();
        var committed = records.commit(() -> "Quarantine: %d addresses released, %d begin anew"
                .formatted(released.size(), restarted.size()), "", Optional.empty(), change -> {
                    new AddressWork(change).sweep(waiting, findings, now, settings.time(),
                            settings.releaseUnasked());
                    change.draft().changes().forEach(done -> (done.after().isEmpty() ? released : restarted)
                            .add(((IpAddress) done.either()).address()));
                });
        return new SweepReport(Optional.of(committed.set()), released, restarted,
                waiting.size() - released.size(), told);
    }

    private static boolean changes(IpAddress address, Map<UUID, WireFinding> findings, QuarantineSettings settings,
            Instant now) {
        WireFinding.Outcome outcome = Optional.ofNullable(findings.get(address.id())).map(WireFinding::outcome)
                .orElse(WireFinding.Outcome.NOT_ASKED);
        return address.freeAfter().isEmpty() || switch (outcome) {
            case ANSWERED -> true;
            case SILENT -> !address.freeAfter().get().isAfter(now);
            case NOT_ASKED -> settings.releaseUnasked() && !address.freeAfter().get().isAfter(now);
        };
    }
}
