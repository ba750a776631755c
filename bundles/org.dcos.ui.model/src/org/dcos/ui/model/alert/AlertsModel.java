package org.dcos.ui.model.alert;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.PageRequest;
import org.dcos.domain.alert.Alert;
import org.dcos.domain.alert.AlertFilter;
import org.dcos.domain.alert.AlertState;
import org.dcos.domain.alert.Severity;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.status.Reachability;
import org.dcos.ui.model.estate.Estate;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.estate.Mark;
import org.dcos.ui.model.text.AlertWords;
import org.dcos.ui.model.text.ServerWords;
import org.dcos.ui.model.text.Texts;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.WritableValue;

/** Open alerts as the estate has them, or resolved ones read on demand; acknowledging. Used in the realm. */
public final class AlertsModel {

    private static final int RESOLVED_ROWS = 1_000;

    private final EstateModel estates;
    private final Texts texts;
    private final AlertWords words;
    private final ServerWords server;
    private final InstantSource clock;
    private final ZoneId zone;
    private final WritableValue<List<AlertRow>> rows;
    private final WritableValue<String> summary;
    private final WritableValue<String> problem;
    private boolean showResolved;
    private List<Alert> resolved = List.of();

    public AlertsModel(EstateModel estates, Texts texts, InstantSource clock, ZoneId zone) {
        this.estates = estates;
        this.texts = texts;
        this.words = new AlertWords(texts);
        this.server = new ServerWords(texts);
        this.clock = clock;
        this.zone = zone;
        var realm = estates.estate().getRealm();
        rows = new WritableValue<>(realm, List.of(), List.class);
        summary = new WritableValue<>(realm, "", String.class);
        problem = new WritableValue<>(realm, "", String.class);
        estates.estate().addValueChangeListener(_ -> refresh());
        refresh();
    }

    /** Worst first, then newest first. */
    public IObservableValue<List<AlertRow>> rows() {
        return rows;
    }

    /** {@code 3 firing · 1 acknowledged}. */
    public IObservableValue<String> summary() {
        return summary;
    }

    public IObservableValue<String> problem() {
        return problem;
    }

    public boolean showsResolved() {
        return showResolved;
    }

    public void showResolved(boolean show) {
        showResolved = show;
        if (show) {
            estates.core().ifPresent(core -> estates.inBackground(() -> {
                try {
                    var past = core.alerts().alerts(
                            new AlertFilter(Optional.of(false), Optional.empty(), Optional.empty()),
                            new PageRequest(0, RESOLVED_ROWS)).items();
                    estates.inRealm(() -> {
                        resolved = past;
                        refresh();
                    });
                } catch (Problem e) {
                    estates.inRealm(() -> problem.setValue(server.problem(e)));
                }
            }));
        }
        refresh();
    }

    /** Says that the user looks after it; the list follows by itself. */
    public void acknowledge(UUID alert, String note) {
        estates.core().ifPresent(core -> estates.inBackground(() -> {
            try {
                core.alerts().acknowledge(alert, note);
            } catch (Problem e) {
                estates.inRealm(() -> problem.setValue(server.problem(e)));
            }
        }));
    }

    private void refresh() {
        var estate = estates.estate().getValue();
        var open = estate.alerts().values();
        long acknowledged = open.stream().filter(alert -> alert.state() == AlertState.ACKNOWLEDGED).count();
        summary.setValue(open.isEmpty() ? texts.get("alerts.none")
                : texts.get("alerts.summary", open.size() - acknowledged, acknowledged));
        var now = clock.instant();
        var shown = showResolved ? resolved.stream() : open.stream();
        Comparator<Alert> order = showResolved ? Comparator.comparing(Alert::since).reversed()
                : Comparator.comparing(Alert::severity).thenComparing(Alert::since).reversed();
        rows.setValue(shown.sorted(order).map(alert -> row(estate, alert, now)).toList());
    }

    private AlertRow row(Estate estate, Alert alert, Instant now) {
        return new AlertRow(alert, mark(estate, alert), time(alert.since(), now),
                texts.of("severity", alert.severity()),
                words.what(alert), words.where(alert), words.why(alert), state(alert, now));
    }

    private static Mark mark(Estate estate, Alert alert) {
        if (alert.state() == AlertState.RESOLVED) {
            return Mark.OFF;
        }
        if (alert.subject().isEmpty() && estate.status(alert.server()).reachability() == Reachability.UNREACHABLE) {
            return Mark.STALE;
        }
        return alert.severity() == Severity.CRITICAL ? Mark.CRITICAL : Mark.WARNING;
    }

    private String state(Alert alert, Instant now) {
        return switch (alert.state()) {
            case PENDING -> texts.get("alerts.pending");
            case FIRING -> texts.get("alerts.firing");
            case ACKNOWLEDGED -> texts.get("alerts.acknowledged", alert.acknowledgedBy().orElse(""));
            case RESOLVED -> texts.get("alerts.resolved", alert.resolved().map(at -> time(at, now)).orElse(""));
        };
    }

    private String time(Instant at, Instant now) {
        var local = at.atZone(zone);
        boolean today = local.toLocalDate().equals(LocalDate.ofInstant(now, zone));
        return DateTimeFormatter.ofPattern(today ? "HH:mm" : "MM-dd HH:mm").format(local);
    }
}
