package org.dcos.ui.model.rack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dcos.ui.model.Samples.A01;
import static org.dcos.ui.model.Samples.A02;
import static org.dcos.ui.model.Samples.NOW;
import static org.dcos.ui.model.Samples.ROOM;
import static org.dcos.ui.model.Samples.WEB;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.cmdb.ChangeOrder;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.FakeServerCore;
import org.dcos.ui.model.Samples;
import org.dcos.ui.model.TestRealm;
import org.dcos.ui.model.estate.Estate;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.rack.RackHistory.Moment;
import org.dcos.ui.model.rack.RackHistory.Then;
import org.dcos.ui.model.selection.Selected;
import org.dcos.ui.model.selection.SelectionModel;
import org.dcos.ui.model.text.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RackHistoryTest {

    private static final Rack GONE = new Rack(new UUID(3, 77), 0, ROOM.id(), "A", "A05", 42, OptionalInt.empty());
    private static final Rack OTHER_ROW = new Rack(new UUID(3, 78), 0, ROOM.id(), "B", "B01", 42, OptionalInt.empty());

    private final TestRealm realm = new TestRealm();
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Queue<Runnable> delayed = new ArrayDeque<>();
    private final FakeServerCore server = new FakeServerCore();
    private final EstateModel estates = new EstateModel(realm, background::add, (_, work) -> delayed.add(work));
    private final SelectionModel selection = new SelectionModel(realm);
    private final Texts texts = Texts.load(Locale.ENGLISH);
    private final RackRecords records = new RackRecords(estates, texts);
    private final RackHistory history = new RackHistory(estates, selection, records, texts,
            InstantSource.fixed(NOW));

    private void settle() {
        do {
            realm.runPosted();
            if (!background.isEmpty()) {
                background.remove().run();
            } else if (!delayed.isEmpty()) {
                delayed.remove().run();
            }
            realm.runPosted();
        } while (!background.isEmpty() || !delayed.isEmpty());
    }

    private void commit(Duration ago, String title, Edit... edits) throws Problem {
        server.records.now = NOW.minus(ago);
        server.records.commit(new ChangeOrder(title, "", List.of(edits)));
    }

    private <T extends Item> T now(Kind kind, UUID id) throws Problem {
        @SuppressWarnings("unchecked") var item = (T) server.records.item(kind, id);
        return item;
    }

    /** A rack was there and is gone; the server went from A02 U5 to A01 U28; a rack came in another row. */
    @BeforeEach
    void record() throws Problem {
        var first = Items.version(WEB, 0);
        commit(Duration.ofHours(30), "bought", new Edit.Put(first
                .mounted(Optional.of(new Mounting(A02.id(), 5, 2, Face.FRONT)))), new Edit.Put(GONE));
        commit(Duration.ofHours(20), "carried",
                new Edit.Put(this.<Server>now(Kind.SERVER, WEB.id()).mounted(WEB.mounting())));
        commit(Duration.ofHours(10), "removed", new Edit.Delete(Kind.RACK, GONE.id(), 1));
        commit(Duration.ofHours(5), "row B", new Edit.Put(OTHER_ROW));
        var estate = Samples.estate();
        server.estate = Estate.of(estate.idcs().values(), estate.rooms().values(),
                java.util.stream.Stream.concat(estate.racks().values().stream(),
                        java.util.stream.Stream.of(this.<Rack>now(Kind.RACK, OTHER_ROW.id()))).toList(),
                List.of(this.<Server>now(Kind.SERVER, WEB.id())));
        estates.connect(server);
        settle();
        selection.select(new Selected.OfRow(ROOM.id(), "A"));
        history.open(true);
        settle();
    }

    private Then at(Duration ago) {
        history.look(Optional.of(NOW.minus(ago)));
        settle();
        return history.then().getValue().orElseThrow();
    }

    @Test
    void theChangesOfTheShownRacksAreToldOldestFirst() {
        var line = history.timeline().getValue().orElseThrow();

        assertThat(line.moments()).extracting(Moment::text).containsExactly("bought (li.wei)", "carried (li.wei)",
                "removed (li.wei)");
        assertThat(line.moments()).extracting(Moment::size).containsExactly(2, 1, 1);
        assertThat(line.from()).isBefore(NOW.minus(Duration.ofHours(30)));
        assertThat(line.now()).isEqualTo(NOW);
    }

    @Test
    void aServerIsShownWhereItWas() {
        assertThat(at(Duration.ofHours(25)).estate().inRack(A02.id())).extracting(Server::name)
                .containsExactly(WEB.name());
        assertThat(at(Duration.ofHours(25)).estate().inRack(A01.id())).isEmpty();
        assertThat(at(Duration.ofHours(15)).estate().inRack(A01.id())).hasSize(1);
        assertThat(at(Duration.ofHours(31)).estate().servers()).isEmpty();
    }

    @Test
    void aRackThatIsGoneIsThereAgain() {
        assertThat(at(Duration.ofHours(12)).estate().racks()).containsKey(GONE.id());
        assertThat(at(Duration.ofHours(6)).estate().racks()).doesNotContainKey(GONE.id());
        assertThat(at(Duration.ofHours(6)).estate().racks()).doesNotContainKey(OTHER_ROW.id());
    }

    @Test
    void theMomentOfAChangeShowsTheRacksAfterIt() {
        Instant carried = history.timeline().getValue().orElseThrow().moments().get(1).at();

        history.look(Optional.of(carried));
        settle();

        assertThat(history.then().getValue().orElseThrow().estate().inRack(A01.id())).hasSize(1);
    }

    @Test
    void whoDragsFastSeesTheLastMomentAndNothingOfTheWayStays() {
        history.look(Optional.of(NOW.minus(Duration.ofHours(25))));
        history.look(Optional.of(NOW.minus(Duration.ofHours(24))));
        history.look(Optional.of(NOW.minus(Duration.ofHours(15))));
        assertThat(background).hasSize(1);
        settle();

        assertThat(history.then().getValue().orElseThrow().at()).isEqualTo(NOW.minus(Duration.ofHours(15)));
    }

    @Test
    void backAtNowNothingOfThePastIsShown() {
        history.look(Optional.of(NOW.minus(Duration.ofHours(25))));
        history.look(Optional.empty());
        settle();

        assertThat(history.then().getValue()).isEmpty();
    }

    @Test
    void aChangeThatIsMadeMeanwhileAppears() throws Problem {
        commit(Duration.ZERO, "renamed", new Edit.Put(
                Items.with(now(Kind.SERVER, WEB.id()), java.util.Map.of("name", "web-9"))));
        server.send(new DomainEvent.RecordsChanged(9, Set.of(Kind.SERVER)));
        settle();

        assertThat(history.timeline().getValue().orElseThrow().moments()).extracting(Moment::text)
                .contains("renamed (li.wei)");
    }

    @Test
    void anotherPlaceHasAnotherHistory() {
        selection.select(new Selected.OfRow(ROOM.id(), "B"));
        settle();

        assertThat(history.timeline().getValue().orElseThrow().moments()).extracting(Moment::text)
                .containsExactly("row B (li.wei)");
    }

    @Test
    void closedItAsksForNothingAndShowsNow() {
        at(Duration.ofHours(25));
        history.open(false);
        settle();
        server.send(new DomainEvent.RecordsChanged(9, Set.of(Kind.PDU)));
        settle();

        assertThat(history.then().getValue()).isEmpty();
        assertThat(history.timeline().getValue()).isEmpty();
    }
}
