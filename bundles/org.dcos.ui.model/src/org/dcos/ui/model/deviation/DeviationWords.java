package org.dcos.ui.model.deviation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.dcos.domain.deviation.AuditRun;
import org.dcos.domain.deviation.Deviation;
import org.dcos.domain.deviation.DeviationKind;
import org.dcos.domain.deviation.DeviationState;
import org.dcos.domain.deviation.Difference;
import org.dcos.domain.deviation.Unseen;
import org.dcos.ui.model.deviation.DeviationSight.Fact;
import org.dcos.ui.model.estate.Mark;
import org.dcos.ui.model.text.Ages;
import org.dcos.ui.model.text.Texts;

/** How deviations, their evidence and audit runs are said. */
public final class DeviationWords {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Texts texts;
    private final Ages ages;
    private final ZoneId zone;
    private final boolean english;

    public DeviationWords(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.ages = new Ages(texts);
        this.zone = zone;
        this.english = texts.locale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    public String moment(Instant at) {
        return MINUTES.format(at.atZone(zone));
    }

    public String kind(DeviationKind kind) {
        return texts.of("audit.kind", kind);
    }

    /** The row of the list. */
    DeviationRow row(Deviation one, Instant now) {
        String told = one.differences().stream().findFirst().map(this::told).orElse("");
        String state = state(one);
        String owner = one.owner().orElse("");
        String kind = kind(one.kind());
        return new DeviationRow(one, mark(one), kind, one.what(), rack(one.where()), told,
                ages.since(Optional.of(one.firstSeen()), now), owner, texts.of("audit.standing", one.state()), state,
                String.join("\n", kind, one.what(),
                        one.where(), told, one.note(), owner, String.join(" ", one.points()))
                        .toLowerCase(Locale.ROOT));
    }

    /** {@code A01 U28} of {@code Shanghai A / Room 201 / A01 U28}. */
    private static String rack(String where) {
        return Arrays.stream(where.split("; ")).map(place -> place.substring(place.lastIndexOf(" / ") < 0 ? 0
                : place.lastIndexOf(" / ") + 3)).distinct().collect(Collectors.joining("; "));
    }

    private String told(Difference one) {
        return texts.get("audit.told", one.recorded().isEmpty() ? texts.get("audit.nothing") : one.recorded(),
                one.seen().isEmpty() ? texts.get("audit.nothing") : one.seen());
    }

    /** Where another machine may be meant than the one that is named, a hand is needed; a wrong word can wait. */
    static Mark mark(Deviation one) {
        if (!one.state().due()) {
            return one.state() == DeviationState.ACCEPTED ? Mark.WELL : Mark.OFF;
        }
        return one.current() ? mark(one.kind()) : Mark.STALE;
    }

    static Mark mark(DeviationKind kind) {
        return switch (kind) {
            case SWAPPED, SERIAL_CHANGED, DUPLICATE_SERIAL -> Mark.CRITICAL;
            case MISSING, UNKNOWN_MACHINE, JUNK_SERIAL, RECORDED_TWICE, ADDRESS_DIFFERS -> Mark.WARNING;
            case MANUFACTURER_DIFFERS, MODEL_DIFFERS, ASSET_TAG_DIFFERS -> Mark.NONE;
        };
    }

    String state(Deviation one) {
        String words = switch (one.state()) {
            case IGNORED -> texts.get("audit.state.IGNORED", one.until().map(this::moment).orElse(""));
            case ACCEPTED -> texts.get("audit.state.ACCEPTED",
                    one.changeSet().map(number -> Long.toString(number)).orElse(""));
            case OPEN, TO_FIX, GONE -> texts.of("audit.state", one.state());
        };
        return one.current() || !one.state().due() ? words : texts.get("audit.not.current", words);
    }

    /** What was seen and what is recorded: as the server-core says it in English, else worded here. */
    String why(Deviation one) {
        if (english || one.differences().isEmpty()) {
            return texts.sentences().of(one.why());
        }
        var first = one.differences().getFirst();
        return texts.get("audit.why." + one.kind().name(), one.what(), first.recorded(), first.seen(), first.point(),
                Integer.toString(one.points().size()));
    }

    List<Fact> facts(Deviation one, Instant now) {
        var facts = new ArrayList<Fact>();
        facts.add(fact("audit.first", texts.get("audit.ago", moment(one.firstSeen()),
                ages.since(Optional.of(one.firstSeen()), now))));
        facts.add(fact("audit.last", texts.get("audit.ago", moment(one.lastSeen()),
                ages.since(Optional.of(one.lastSeen()), now))));
        facts.add(fact("audit.owner", one.owner().orElseGet(() -> texts.get("audit.nobody"))));
        facts.add(fact("audit.state", one.decidedBy().map(who -> texts.get("audit.decided", state(one), who,
                one.decided().map(this::moment).orElse(""))).orElseGet(() -> state(one))));
        if (!one.note().isEmpty()) {
            facts.add(fact("audit.note", one.note()));
        }
        return facts;
    }

    private Fact fact(String key, String value) {
        return new Fact(texts.get(key), value);
    }

    /** @param item the name of the record meant; may be empty */
    EvidenceRow evidence(Difference one, String item) {
        String source = one.point().isEmpty() ? texts.get("audit.source.none", moment(one.at()))
                : texts.get("audit.source", texts.find("audit.source." + one.source()).orElse(one.source()),
                        one.point(), moment(one.at()));
        return new EvidenceRow(texts.of("audit.property", one.property()), item, one.recorded(), one.seen(), source,
                !one.recorded().equals(one.seen()));
    }

    RunSight run(AuditRun run) {
        int points = run.asked() + run.notAsked();
        int unseen = run.silent() + run.refused() + run.notAsked();
        String told = run.state() == AuditRun.State.INTERRUPTED ? texts.get("audit.run.nothing")
                : unseen == 0 ? texts.get("audit.run.complete", run.answered())
                : texts.get("audit.run.partly", run.answered(), points, unseen);
        return new RunSight(run, texts.get("audit.run.when", moment(run.started()), run.startedBy()),
                texts.of("audit.run.state", run.state()), told,
                texts.get("audit.run.records", run.seen(), run.expected()),
                texts.get("audit.run.found", run.found(), run.opened(), run.gone()),
                unseen == 0 && run.state() == AuditRun.State.COMPLETED);
    }

    UnseenRow unseen(Unseen one) {
        String answer = texts.of("audit.answer", one.answer());
        return new UnseenRow(one, one.name(), one.point(), answer,
                english ? one.words() : texts.of("audit.answer.why", one.answer()));
    }

    /** {@code 12 open · 3 to be fixed}; where nothing of these, empty. */
    String standing(List<Deviation> some) {
        var parts = new ArrayList<String>();
        for (DeviationState state : DeviationState.values()) {
            long count = some.stream().filter(one -> one.state() == state).count();
            if (count > 0) {
                parts.add(texts.get("audit.count." + state.name(), count));
            }
        }
        return String.join(" · ", parts);
    }
}
