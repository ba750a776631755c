package org.dcos.ui.model.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.FieldChange;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.deviation.AuditRun;
import org.dcos.domain.deviation.Correction;
import org.dcos.domain.deviation.Decision;
import org.dcos.domain.deviation.Deviation;
import org.dcos.domain.deviation.DeviationKind;
import org.dcos.domain.deviation.DeviationState;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.operation.Operation;
import org.dcos.domain.problem.Conflict;
import org.dcos.ui.model.FakeServerCore;
import org.dcos.ui.model.Samples;
import org.dcos.ui.model.TestRealm;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.estate.Mark;
import org.dcos.ui.model.records.NameCache;
import org.dcos.ui.model.text.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditModelTest {

    private final TestRealm realm = new TestRealm();
    private final FakeServerCore server = new FakeServerCore();
    private final EstateModel estates = new EstateModel(realm, Runnable::run, (_, work) -> work.run());
    private AuditModel model = model(Locale.ENGLISH);
    private Deviation changed;
    private Deviation junk;

    private AuditModel model(Locale locale) {
        return new AuditModel(estates, Texts.load(locale), InstantSource.fixed(Samples.NOW), ZoneOffset.UTC,
                new NameCache());
    }

    @BeforeEach
    void connect() {
        var fake = server.deviations;
        changed = fake.put(1, DeviationKind.SERIAL_CHANGED, DeviationState.OPEN, Samples.WEB.id(), "srv-a01-01");
        junk = fake.put(2, DeviationKind.JUNK_SERIAL, DeviationState.TO_FIX, Samples.DB.id(), "srv-a01-02");
        fake.put(3, DeviationKind.SERIAL_CHANGED, DeviationState.IGNORED, new UUID(4, 9), "srv-a02-01");
        fake.put(4, DeviationKind.MODEL_DIFFERS, DeviationState.OPEN, new UUID(4, 8), "srv-a02-02");
        fake.runs.add(FakeDeviations.ended(200, 30, 4, 6));
        estates.connect(server);
        realm.runPosted();
        load();
    }

    private void load() {
        model.load();
        realm.runPosted();
    }

    private AuditSight sight() {
        return model.sight().getValue();
    }

    private DeviationSight chosen(Deviation one) {
        model.choose(Optional.of(one.id()));
        realm.runPosted();
        return model.detail().getValue().orElseThrow();
    }

    @Test
    void without_a_connection_it_is_said_why_nothing_is_shown() {
        estates.disconnect();

        load();

        assertThat(model.problem().getValue()).isEqualTo("Not connected");
    }

    @Test
    void deviations_are_counted_by_kind_with_how_they_stand_and_the_worst_mark() {
        assertThat(sight().tiles()).extracting(KindTile::title).containsExactly("All kinds", "Another machine",
                "Placeholder serial number", "Model");
        assertThat(sight().tiles()).extracting(KindTile::count).containsExactly(3, 1, 1, 1);
        assertThat(sight().tiles().getFirst().detail()).isEqualTo("2 open · 1 to be fixed");
        assertThat(sight().tiles()).extracting(KindTile::mark).containsExactly(Mark.CRITICAL, Mark.CRITICAL,
                Mark.WARNING, Mark.NONE);
    }

    @Test
    void a_kind_narrows_the_list_and_gives_way_when_its_last_one_is_decided() {
        model.kind(Optional.of(DeviationKind.JUNK_SERIAL));
        assertThat(sight().rows()).extracting(DeviationRow::what).containsExactly("srv-a01-02");

        server.deviations.deviations.remove(junk.id());
        load();

        assertThat(sight().kind()).isEmpty();
        assertThat(sight().rows()).hasSize(2);
    }

    @Test
    void what_a_run_could_not_see_is_said_and_not_called_missing() {
        assertThat(sight().run().orElseThrow().told()).isEqualTo("200 of 240 points told what they are. What is at "
                + "the other 40 is not known; nothing of it counts as missing.");
        assertThat(sight().run().orElseThrow().complete()).isFalse();
        assertThat(sight().run().orElseThrow().unseen()).isEqualTo(40);
        assertThat(sight().tiles()).extracting(KindTile::kind).doesNotContain(Optional.of(DeviationKind.MISSING));

        server.deviations.unseen.add(FakeDeviations.silent("srv-a01-07"));
        var told = new ArrayList<UnseenRow>();
        model.unseen(FakeDeviations.RUN, told::addAll);
        realm.runPosted();

        assertThat(told).singleElement().satisfies(row -> {
            assertThat(row.name()).isEqualTo("srv-a01-07");
            assertThat(row.answer()).isEqualTo("silent");
            assertThat(row.why()).isEqualTo("No answer in 3 s.");
        });
    }

    @Test
    void one_that_the_newest_run_could_not_see_is_drawn_as_stale_and_says_so() {
        server.deviations.deviations.put(changed.id(), changed.seen(false));

        load();

        var row = sight().rows().getFirst();
        assertThat(row.mark()).isEqualTo(Mark.STALE);
        assertThat(row.state()).isEqualTo("open; not seen by the newest audit");
    }

    @Test
    void the_chosen_one_shows_recorded_against_seen_and_exactly_what_accepting_changes() {
        server.deviations.correction = new Correction("Audit: serial number of srv-a01-01 as seen",
                List.of(new Correction.Part(Kind.SERVER, Samples.WEB.id(), "srv-a01-01", false, List.of(
                        new FieldChange("serial", "OLD1", "NEW1"),
                        new FieldChange("mounting.rack", Samples.A01.id().toString(), "")))));
        server.records.put(Samples.A01);

        var sight = chosen(changed);

        assertThat(sight.evidence()).containsExactly(new EvidenceRow("Serial number", "srv-a01-01", "OLD1", "NEW1",
                "BMC at 10.1.2.1:623, 2026-11-23 04:44", true));
        assertThat(sight.correction().orElseThrow().acceptable()).isTrue();
        assertThat(sight.correction().orElseThrow().lines()).containsExactly(
                new CorrectionSight.Line("Server srv-a01-01", "Serial number", "OLD1", "NEW1"),
                new CorrectionSight.Line("Server srv-a01-01", "Rack", "A01", ""));
        assertThat(sight.facts()).extracting(DeviationSight.Fact::value).contains("2026-11-20 04:44, 3 d ago",
                "nobody");
    }

    @Test
    void one_that_only_the_hardware_can_put_right_says_why_it_cannot_be_accepted() {
        assertThat(chosen(junk).correction().orElseThrow().cannot()).contains("placeholder");
    }

    @Test
    void a_decision_is_given_for_the_version_that_was_looked_at_and_the_list_follows() {
        var after = new ArrayList<String>();
        chosen(changed);

        model.decide(changed, new Decision.Accept("board replaced"), () -> after.add("done"));
        realm.runPosted();

        assertThat(server.deviations.orders).singleElement().satisfies(order -> {
            assertThat(order.version()).isEqualTo(changed.version());
            assertThat(order.decision()).isEqualTo(new Decision.Accept("board replaced"));
        });
        assertThat(after).containsExactly("done");
        assertThat(sight().rows()).extracting(DeviationRow::what).containsExactly("srv-a01-02", "srv-a02-02");
        model.lens(Lens.SETTLED);
        realm.runPosted();
        assertThat(sight().rows()).singleElement()
                .satisfies(row -> assertThat(row.state()).isEqualTo("record corrected, change set 12"));
    }

    @Test
    void a_refused_decision_is_told_and_changes_nothing() {
        server.deviations.refusal = Optional.of(new Conflict("Somebody else decided meanwhile."));
        var after = new ArrayList<String>();

        model.decide(changed, new Decision.Fix("swap the board"), () -> after.add("done"));
        realm.runPosted();

        assertThat(after).isEmpty();
        assertThat(sight().rows()).hasSize(3);
        assertThat(model.problem().getValue()).isEqualTo("Somebody else decided meanwhile.");
    }

    @Test
    void those_that_the_operator_looks_after_are_found_apart() {
        model.decide(junk, new Decision.Assign("li.wei"), () -> {});
        realm.runPosted();

        model.lens(Lens.MINE);
        realm.runPosted();

        assertThat(model.me()).isEqualTo("li.wei");
        assertThat(sight().rows()).extracting(DeviationRow::what).containsExactly("srv-a01-02");
        assertThat(sight().rows().getFirst().owner()).isEqualTo("li.wei");
    }

    @Test
    void an_audit_that_runs_shows_how_far_it_is_and_can_be_ended() {
        var started = new ArrayList<Operation>();
        model.start(started::add);
        realm.runPosted();
        assertThat(model.progress().getValue().orElseThrow().words()).isEqualTo("40 of 240 points asked");

        var far = server.deviations.operation();
        server.send(new DomainEvent.OperationChanged(new Operation(far.id(), far.kind(), far.title(), far.state(), 200,
                240, "", "li.wei", far.started(), Optional.empty(), List.of())));
        realm.runPosted();
        assertThat(model.progress().getValue().orElseThrow().done()).isEqualTo(200);

        model.cancel();
        realm.runPosted();
        assertThat(server.deviations.cancelled).isTrue();

        server.deviations.runs.set(0, FakeDeviations.ended(240, 0, 0, 0));
        server.send(new DomainEvent.AuditRunChanged(FakeDeviations.ended(240, 0, 0, 0)));
        realm.runPosted();
        assertThat(model.progress().getValue()).isEmpty();
        assertThat(sight().run().orElseThrow().told()).isEqualTo("All 240 points told what they are.");
        assertThat(started).hasSize(1);
    }

    @Test
    void a_running_audit_is_not_the_one_whose_completeness_is_shown() {
        server.deviations.runs.addFirst(AuditRun.begun(new UUID(7, 2), new UUID(7, 2), Samples.NOW, "system"));

        load();

        assertThat(sight().runs()).hasSize(2);
        assertThat(sight().run().orElseThrow().run().id()).isEqualTo(FakeDeviations.RUN);
    }

    @Test
    void words_typed_above_the_list_narrow_tiles_and_rows() {
        model.text("A01-02 old");

        assertThat(sight().rows()).extracting(DeviationRow::what).containsExactly("srv-a01-02");
        assertThat(sight().tiles().getFirst().count()).isEqualTo(1);
    }

    @Test
    void the_reason_is_said_in_the_readers_language() {
        model.close();
        model = model(Locale.CHINESE);
        load();

        assertThat(chosen(changed).why()).isEqualTo("srv-a01-01 的 BMC（10.1.2.1:623）报告序列号 NEW1；登记的是 OLD1。");
    }

    @Test
    void a_decision_asks_for_what_it_needs() {
        var texts = Texts.load(Locale.ENGLISH);
        var now = Samples.NOW;
        assertThat(new DecisionForm(DecisionForm.Deed.ACCEPT, " ", "").problem(texts, now, ZoneOffset.UTC))
                .isEqualTo("Give a reason: it stands in the history.");
        assertThat(new DecisionForm(DecisionForm.Deed.IGNORE, "spelling", "soon").problem(texts, now, ZoneOffset.UTC))
                .isEqualTo("'soon' is no date; write it as 2026-12-24.");
        assertThat(new DecisionForm(DecisionForm.Deed.IGNORE, "spelling", "2026-11-22").problem(texts, now,
                ZoneOffset.UTC)).isEqualTo("2026-11-22 is past; name a later day.");
        var form = new DecisionForm(DecisionForm.Deed.IGNORE, "spelling", "2026-11-23");
        assertThat(form.problem(texts, now, ZoneOffset.UTC)).isEmpty();
        assertThat(form.decision(ZoneOffset.UTC)).isEqualTo(new Decision.Ignore(
                Samples.NOW.truncatedTo(java.time.temporal.ChronoUnit.DAYS).plus(Duration.ofDays(1)), "spelling"));
    }
}
