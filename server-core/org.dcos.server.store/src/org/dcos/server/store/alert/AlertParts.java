package org.dcos.server.store.alert;

import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;

import org.dcos.domain.alert.Ending;
import org.dcos.domain.alert.Finding;
import org.dcos.domain.alert.Finding.Threshold;
import org.dcos.domain.bmc.BmcTrouble;
import org.dcos.domain.bmc.BmcTrouble.Cause;
import org.dcos.domain.sensor.SensorReading.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What alerts found and why they ended, as texts of a column. */
final class AlertParts {

    private static final Logger LOG = LoggerFactory.getLogger(AlertParts.class);
    private static final String KIND = "kind";
    private static final String CAUSE = "cause";

    static String write(Finding finding) {
        var parts = new Parts().put(KIND, finding.getClass().getSimpleName()).put("held", finding.held());
        switch (finding) {
            case Finding.BmcUnreachable(String said, var trouble, _) -> {
                parts.put("said", said);
                trouble.ifPresent(known -> put(known, parts));
            }
            case Finding.SensorBeyondLimit limit -> parts.put("sensor", limit.sensor()).put("value", limit.value())
                    .put("unit", limit.unit()).put("above", limit.above()).put("limit", limit.limit())
                    .put("clearsAt", limit.clearsAt()).put("rule", limit.rule());
            case Finding.SensorBeyondThreshold own -> parts.put("sensor", own.sensor()).put("value", own.value())
                    .put("unit", own.unit()).put("above", own.above()).put("threshold", own.threshold())
                    .put("limit", own.limit()).put("clearsAt", own.clearsAt());
            case Finding.SensorInState(String sensor, var states, Level level, _) -> parts.put("sensor", sensor)
                    .put("states", states).put("level", level);
        }
        return parts.write();
    }

    /** @return empty where the text is none of ours; the alert's sentences are still there then */
    static Optional<Finding> finding(String text) {
        return read(text, parts -> switch (parts.text(KIND)) {
            case "BmcUnreachable" ->
                    new Finding.BmcUnreachable(parts.text("said"), trouble(parts), parts.duration("held"));
            case "SensorBeyondLimit" -> new Finding.SensorBeyondLimit(parts.text("sensor"), parts.number("value"),
                    parts.text("unit"), parts.flag("above"), parts.number("limit"), parts.number("clearsAt"),
                    parts.text("rule"), parts.duration("held"));
            case "SensorBeyondThreshold" -> new Finding.SensorBeyondThreshold(parts.text("sensor"),
                    parts.number("value"), parts.text("unit"), parts.flag("above"),
                    Threshold.valueOf(parts.text("threshold")), parts.number("limit"), parts.number("clearsAt"),
                    parts.duration("held"));
            case "SensorInState" -> new Finding.SensorInState(parts.text("sensor"), parts.list("states"),
                    Level.valueOf(parts.text("level")), parts.duration("held"));
            default -> throw new IllegalArgumentException("unknown finding " + parts.text(KIND));
        });
    }

    private static void put(BmcTrouble trouble, Parts parts) {
        parts.put("address", trouble.address()).put("port", trouble.port()).put(CAUSE,
                trouble.cause().getClass().getSimpleName());
        switch (trouble.cause()) {
            case Cause.NoAnswer(int tries, var waited, boolean maybeDone) ->
                    parts.put("tries", tries).put("waited", waited).put("maybeDone", maybeDone);
            case Cause.WrongLogin(String user) -> parts.put("user", user);
            case Cause.Refused(String command, int code) -> parts.put("command", command).put("code", code);
            case Cause.SessionRefused(int status) -> parts.put("status", status);
            case Cause.NotIpmi(String detail) -> parts.put("detail", detail);
            case Cause.RefusedByRedfish(String told) -> parts.put("told", told);
            case Cause.NotRedfish(String detail) -> parts.put("detail", detail);
            case Cause.OtherCertificate(String shown, String expected) ->
                    parts.put("shown", shown).put("expected", expected);
            // @formatter:off: it would glue the patterns together
            case Cause.NotSent _, Cause.NoAddress _, Cause.LoginForgotten _, Cause.NoSafeSuite _ -> {}
            // @formatter:on
        }
    }

    private static Optional<BmcTrouble> trouble(Parts parts) {
        return parts.find(CAUSE).map(cause -> new BmcTrouble(parts.text("address"), parts.whole("port"),
                switch (cause) {
                    case "NoAnswer" ->
                            new Cause.NoAnswer(parts.whole("tries"), parts.duration("waited"), parts.flag("maybeDone"));
                    case "WrongLogin" -> new Cause.WrongLogin(parts.text("user"));
                    case "Refused" -> new Cause.Refused(parts.text("command"), parts.whole("code"));
                    case "SessionRefused" -> new Cause.SessionRefused(parts.whole("status"));
                    case "NotIpmi" -> new Cause.NotIpmi(parts.text("detail"));
                    case "RefusedByRedfish" -> new Cause.RefusedByRedfish(parts.text("told"));
                    case "NotRedfish" -> new Cause.NotRedfish(parts.text("detail"));
                    case "OtherCertificate" ->
                            new Cause.OtherCertificate(parts.text("shown"), parts.text("expected"));
                    case "NotSent" -> new Cause.NotSent();
                    case "NoAddress" -> new Cause.NoAddress();
                    case "LoginForgotten" -> new Cause.LoginForgotten();
                    case "NoSafeSuite" -> new Cause.NoSafeSuite();
                    default -> throw new IllegalArgumentException("unknown cause " + cause);
                }));
    }

    static String write(Ending ending) {
        var parts = new Parts().put(KIND, ending.getClass().getSimpleName());
        switch (ending) {
            case Ending.ValueBack(double value, String unit) -> parts.put("value", value).put("unit", unit);
            case Ending.StateBack(Level level) -> parts.put("level", level);
            case Ending.Because(var reason) -> parts.put("reason", reason);
        }
        return parts.write();
    }

    static Optional<Ending> ending(String text) {
        return read(text, parts -> switch (parts.text(KIND)) {
            case "ValueBack" -> new Ending.ValueBack(parts.number("value"), parts.text("unit"));
            case "StateBack" -> new Ending.StateBack(Level.valueOf(parts.text("level")));
            case "Because" -> new Ending.Because(Ending.Reason.valueOf(parts.text("reason")));
            default -> throw new IllegalArgumentException("unknown ending " + parts.text(KIND));
        });
    }

    private static <T> Optional<T> read(String text, Function<Parts, T> reading) {
        try {
            return Optional.of(reading.apply(Parts.read(text)));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            LOG.warn("The parts of an alert cannot be read, its sentences are shown: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private AlertParts() {}
}
