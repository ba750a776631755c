package org.dcos.ui.model.text;

import java.time.Duration;

import org.dcos.domain.alert.Alert;
import org.dcos.domain.alert.Ending;
import org.dcos.domain.alert.Finding;

/** Says what an alert found, where and why, from its parts; one without parts says its stored sentences. */
public final class AlertWords {

    private final Texts texts;
    private final Quantities quantities;
    private final TroubleWords troubles;

    public AlertWords(Texts texts) {
        this.texts = texts;
        this.quantities = new Quantities(texts.locale());
        this.troubles = new TroubleWords(texts);
    }

    /** One line. */
    public String what(Alert alert) {
        return alert.finding().map(this::what).orElseGet(() -> texts.sentences().of(alert.what()));
    }

    public String where(Alert alert) {
        return alert.where().equals(Alert.NOWHERE) ? texts.get("alert.nowhere") : alert.where();
    }

    /** With how it ended, when it did. */
    public String why(Alert alert) {
        if (alert.finding().isEmpty()) {
            return texts.sentences().of(alert.why());
        }
        var why = why(alert.finding().get());
        return alert.ending().map(ending -> texts.get("alert.why.ended", why, ending(ending))).orElse(why);
    }

    private String what(Finding finding) {
        return switch (finding) {
            case Finding.BmcUnreachable _ -> texts.get("alert.what.unreachable");
            case Finding.SensorBeyondLimit limit -> beyond(limit.sensor(), limit.value(), limit.limit(), limit.unit());
            case Finding.SensorBeyondThreshold own -> beyond(own.sensor(), own.value(), own.limit(), own.unit());
            case Finding.SensorInState(var sensor, var states, var level, _) -> texts.get("alert.what.state", sensor,
                    states.isEmpty() ? texts.of("level", level) : quantities.states(states));
        };
    }

    private String beyond(String sensor, double value, double limit, String unit) {
        return texts.get(value > limit ? "alert.what.above" : value < limit ? "alert.what.below" : "alert.what.at",
                sensor, quantities.of(value, unit), quantities.of(limit, unit));
    }

    private String why(Finding finding) {
        return switch (finding) {
            case Finding.BmcUnreachable(var said, var trouble, var held) -> {
                var why = trouble.map(troubles::of).orElseGet(() -> texts.sentences().of(said));
                yield held.isZero() ? why : texts.get("alert.why.silent.held", why, time(held));
            }
            case Finding.SensorBeyondLimit limit -> texts.get(
                    limit.above() ? "alert.why.limit.above" : "alert.why.limit.below",
                    quantities.of(limit.value(), limit.unit()), quantities.of(limit.limit(), limit.unit()),
                    limit.rule(), held(limit.held()), quantities.of(limit.clearsAt(), limit.unit()));
            case Finding.SensorBeyondThreshold own -> texts.get(
                    own.above() ? "alert.why.threshold.above" : "alert.why.threshold.below",
                    quantities.of(own.value(), own.unit()), texts.of("threshold", own.threshold()),
                    quantities.of(own.limit(), own.unit()), held(own.held()),
                    quantities.of(own.clearsAt(), own.unit()));
            case Finding.SensorInState(_, _, var level, var held) ->
                    texts.get("alert.why.state", texts.of("level", level), held(held));
        };
    }

    private String ending(Ending ending) {
        return switch (ending) {
            case Ending.ValueBack(double value, String unit) ->
                    texts.get("alert.ended.value", quantities.of(value, unit));
            case Ending.StateBack(var level) -> texts.get("alert.ended.state", texts.of("level", level));
            case Ending.Because(var reason) -> texts.of("alert.ended", reason);
        };
    }

    /** To be put behind a clause; empty without a hold time. */
    private String held(Duration held) {
        return held.isZero() ? "" : texts.get("alert.held", time(held));
    }

    private String time(Duration held) {
        return held.toSecondsPart() == 0 ? texts.get("age.minutes", held.toMinutes())
                : texts.get("age.seconds", held.toSeconds());
    }
}
