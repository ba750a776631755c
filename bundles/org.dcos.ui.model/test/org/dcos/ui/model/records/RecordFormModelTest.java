package org.dcos.ui.model.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.dcos.domain.cmdb.AddressState;
import org.dcos.domain.cmdb.Egress;
import org.dcos.domain.cmdb.IpAddress;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Prefix;
import org.dcos.domain.cmdb.PrefixState;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.problem.Invalid;
import org.dcos.ui.model.FakeServerCore;
import org.dcos.ui.model.Samples;
import org.dcos.ui.model.TestRealm;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.text.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordFormModelTest {

    private final TestRealm realm = new TestRealm();
    private final FakeServerCore server = new FakeServerCore();
    private final EstateModel estates = new EstateModel(realm, Runnable::run, (_, work) -> work.run());
    private final RecordFormModel model = new RecordFormModel(estates, Texts.load(Locale.ENGLISH), ZoneOffset.UTC,
            new NameCache());
    private final ChangesModel changes = new ChangesModel(estates, Texts.load(Locale.ENGLISH), ZoneOffset.UTC,
            new NameCache());

    @BeforeEach
    void connect() {
        server.records.put(Samples.IDC, Samples.ROOM, Samples.A01, Samples.A02, Samples.WEB);
        estates.connect(server);
        realm.runPosted();
        model.show(Kind.SERVER, Samples.WEB.id());
        realm.runPosted();
    }

    @Test
    void a_record_is_shown_changed_and_saved_with_a_reason_and_the_change_can_be_taken_back() {
        assertThat(field("mounting.rack").shown()).isEqualTo("A01");
        model.type("owner", "zhang");
        assertThat(form().changed()).isTrue();

        model.save("moved on", (_, _) -> {});
        realm.runPosted();
        assertThat(form().changed()).isFalse();
        assertThat(field("owner").text()).isEqualTo("zhang");

        changes.show(Optional.of(Samples.WEB.id()), "");
        changes.open(1);
        realm.runPosted();
        assertThat(changes.rows().getValue()).singleElement().extracting(ChangesModel.Row::why).isEqualTo("moved on");
        assertThat(changes.details().getValue())
                .containsExactly(new ChangesModel.Detail("Server srv-a01-01", "Owner", "li.wei", "zhang"));
        changes.undo(changes.rows().getValue().getFirst().set(), "");
        realm.runPosted();
        assertThat(changes.rows().getValue()).hasSize(2);
        assertThat(((Server) server.records.items.get(Kind.SERVER).get(Samples.WEB.id())).owner())
                .isEqualTo("li.wei");
    }

    @Test
    void a_new_record_begins_with_what_is_known_of_it() {
        model.begin(Listed.of(Kind.SERVER), Map.of("serial", "SN9", "mounting.rack", Samples.A01.id().toString(),
                "mounting.lowestUnit", "17", "mounting.heightUnits", "1", "mounting.face", "FRONT"));
        realm.runPosted();
        assertThat(field("serial").text()).isEqualTo("SN9");
        assertThat(field("mounting.rack").shown()).isEqualTo("A01");
        assertThat(form().fresh()).isTrue();

        model.type("name", "srv-new");
        model.save("", (_, _) -> {});
        realm.runPosted();

        assertThat(server.records.items.get(Kind.SERVER).values()).map(Server.class::cast)
                .filteredOn(saved -> saved.serial().equals("SN9")).singleElement()
                .extracting(saved -> saved.mounting().orElseThrow().lowestUnit()).isEqualTo(17.0);
    }

    @Test
    void what_was_typed_is_unsaved_until_it_is_saved_or_dropped() {
        assertThat(model.unsaved()).isFalse();
        model.type("owner", "zhang");
        assertThat(model.unsaved()).isTrue();
        model.revert();
        assertThat(model.unsaved()).isFalse();

        model.type("owner", "zhang");
        model.save("", (_, _) -> {});
        realm.runPosted();
        assertThat(model.unsaved()).isFalse();
        assertThat(model.saving()).isFalse();

        model.begin(Listed.of(Kind.SERVER));
        realm.runPosted();
        assertThat(model.unsaved()).as("nothing typed into a new one").isFalse();
    }

    @Test
    void many_references_are_changed_together_and_shown_by_their_names() {
        var egress = new Egress(new UUID(14, 1), 1, Samples.IDC.id(), "out", "", List.of(), List.of(), 100, Map.of(),
                Map.of());
        server.records.put(egress, prefix(1, "10.0.0.0/24"), prefix(2, "10.0.1.0/24"));
        model.show(Kind.EGRESS, egress.id());
        realm.runPosted();

        model.type("publicPrefixes", new UUID(15, 1) + " " + new UUID(15, 2));

        assertThat(field("publicPrefixes").shown()).contains("10.0.0.0/24", "10.0.1.0/24");
        assertThat(model.referred(field("publicPrefixes").column())).extracting(Names.Named::id)
                .containsExactly(new UUID(15, 1), new UUID(15, 2));
        model.save("", (_, _) -> {});
        realm.runPosted();
        assertThat(((Egress) server.records.items.get(Kind.EGRESS).get(egress.id())).publicPrefixes()).hasSize(2);
    }

    @Test
    void a_moment_is_typed_as_it_is_read_and_what_is_none_is_refused_at_the_field() {
        var address = new IpAddress(new UUID(16, 1), 1, Optional.empty(), "10.0.0.7", AddressState.QUARANTINED,
                Optional.empty(), "", "", Optional.empty(), Optional.of(Samples.NOW), Map.of(), Map.of());
        server.records.put(address);
        model.show(Kind.IP_ADDRESS, address.id());
        realm.runPosted();

        model.type("freeAfter", model.words().instant("2026-12-01 08:30"));
        assertThat(field("freeAfter").text()).isEqualTo("2026-12-01T08:30:00Z");
        assertThat(field("freeAfter").shown()).isEqualTo("2026-12-01 08:30");

        model.type("freeAfter", model.words().instant("tomorrow"));
        assertThat(field("freeAfter").shown()).isEqualTo("tomorrow");
        model.save("", (_, _) -> {});
        realm.runPosted();
        assertThat(field("freeAfter").problem()).isNotEmpty();
    }

    private static Prefix prefix(int number, String cidr) {
        return new Prefix(new UUID(15, number), 1, Optional.empty(), cidr, PrefixState.ACTIVE, "", Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), "", Map.of(), Map.of());
    }

    @Test
    void what_the_server_core_finds_wrong_stands_at_the_field() {
        server.records.refusal = Optional.of(new Invalid(List.of(
                new Invalid.Violation("edits[0].item.name", "Taken."), new Invalid.Violation("", "And more."))));
        model.type("name", "x");
        model.save("", (_, _) -> {});
        realm.runPosted();

        assertThat(field("name").problem()).isEqualTo("Taken.");
        assertThat(form().problem()).isEqualTo("And more.");
    }

    @Test
    void a_text_that_is_no_number_is_said_at_the_field() {
        model.type("mounting.lowestUnit", "high");
        model.save("", (_, _) -> {});
        realm.runPosted();

        assertThat(field("mounting.lowestUnit").problem()).isEqualTo("'high' is no number.");
    }

    @Test
    void where_somebody_else_saved_meanwhile_both_are_shown_and_mine_can_be_kept() {
        model.type("owner", "mine");
        changedByAnother();

        assertThat(form().differing()).containsExactly("Owner: li.wei / mine", "State: Maintenance / Active");

        var saved = new AtomicInteger();
        model.keepMine("", (_, _) -> saved.incrementAndGet());
        realm.runPosted();
        assertThat(saved).hasValue(1);
        assertThat(form().theirs()).isEmpty();
        var now = (Server) server.records.items.get(Kind.SERVER).get(Samples.WEB.id());
        assertThat(now.owner()).isEqualTo("mine");
        assertThat(now.state()).as("what I did not touch").isEqualTo(LifecycleState.MAINTENANCE);
    }

    @Test
    void theirs_can_be_taken_instead() {
        model.type("owner", "mine");
        changedByAnother();

        model.takeTheirs();

        assertThat(field("owner").text()).isEqualTo("li.wei");
        assertThat(field("state").text()).isEqualTo("MAINTENANCE");
        assertThat(form().changed()).isFalse();
    }

    @Test
    void a_new_record_begins_blank_or_like_another() {
        model.begin(Listed.of(Kind.SERVER));
        realm.runPosted();
        assertThat(form().fresh()).isTrue();
        assertThat(form().title()).isEqualTo("New: Server");

        model.beginLike(Samples.WEB);
        realm.runPosted();
        assertThat(form().fresh()).isTrue();
        assertThat(field("serial").text()).isEqualTo(Samples.WEB.serial());
    }

    @Test
    void without_its_rack_the_whole_mounting_goes() {
        model.type("mounting.rack", "");
        model.save("", (_, _) -> {});
        realm.runPosted();

        assertThat(((Server) server.records.items.get(Kind.SERVER).get(Samples.WEB.id())).mounting()).isEmpty();
    }

    private void changedByAnother() {
        try {
            server.records.save(Samples.WEB.in(LifecycleState.MAINTENANCE));
        } catch (org.dcos.domain.problem.Problem e) {
            throw new AssertionError(e);
        }
        model.save("", (_, _) -> {});
        realm.runPosted();
    }

    private RecordForm form() {
        return model.form().getValue();
    }

    private FormField field(String path) {
        return form().fields().stream().filter(field -> field.column().path().equals(path)).findFirst().orElseThrow();
    }
}
