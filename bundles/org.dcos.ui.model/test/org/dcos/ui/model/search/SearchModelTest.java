package org.dcos.ui.model.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.search.Hit;
import org.dcos.domain.search.Hit.Match;
import org.dcos.ui.model.FakeServerCore;
import org.dcos.ui.model.Samples;
import org.dcos.ui.model.TestRealm;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.selection.RackSpot;
import org.dcos.ui.model.text.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchModelTest {

    private static final RackSpot SPOT = new RackSpot(Samples.A01.id(), 17, Face.FRONT);
    private static final Hit WEB = hit(Kind.SERVER, 1, "srv-a01-01", "serial", "SN0001", Match.EXACT);
    private static final Hit LIKE = hit(Kind.SERVER, 2, "srv-a01-02", "serial", "SN00012", Match.PREFIX);
    private static final Hit ADDRESS = hit(Kind.IP_ADDRESS, 3, "10.0.0.1", "dnsName", "SN0001", Match.EXACT);

    private final TestRealm realm = new TestRealm();
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final List<Runnable> delayed = new ArrayList<>();
    private final FakeServerCore server = new FakeServerCore();
    private final EstateModel estates = new EstateModel(realm, work::add, (_, run) -> delayed.add(run));
    private final List<String> opened = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private SearchModel model;

    private static Hit hit(Kind kind, int number, String name, String field, String value, Match match) {
        return new Hit(kind, new UUID(9, number), name, "Shanghai A / Room 201 / A01 U28 rear", field, value, match);
    }

    @BeforeEach
    void connect() {
        server.search = (text, _) -> {
            asked.add(text);
            return switch (text) {
                case "SN0001" -> List.of(WEB, LIKE);
                case "SN00" -> List.of(LIKE);
                case "twice" -> List.of(WEB, hit(Kind.SERVER, 4, "b", "name", "twice", Match.EXACT));
                case "both" -> List.of(ADDRESS, WEB);
                default -> List.of();
            };
        };
        estates.connect(server);
        settle();
        open(Optional.empty());
    }

    private void open(Optional<RackSpot> spot) {
        model = new SearchModel(estates, Texts.load(Locale.ENGLISH),
                List.of(new FoundRow.OfCommand("org.dcos.keys", "Keys", "Ctrl+/")), spot,
                row -> opened.add(row.label()));
    }

    /** Lets everything happen that is under way. */
    private void settle() {
        boolean more = true;
        while (more) {
            realm.runPosted();
            var next = Optional.ofNullable(work.poll()).or(() -> delayed.isEmpty() ? Optional.empty()
                    : Optional.of(delayed.removeFirst()));
            next.ifPresent(Runnable::run);
            more = next.isPresent();
        }
    }

    private List<String> labels() {
        return model.findings().getValue().rows().stream().map(FoundRow::label).toList();
    }

    @Test
    void a_pause_in_typing_asks_once() {
        List.of("S", "SN", "SN0", "SN00").forEach(model::type);
        assertThat(model.findings().getValue().asking()).isTrue();
        settle();

        assertThat(asked).containsExactly("SN00");
        assertThat(labels()).contains("srv-a01-02");
        assertThat(model.findings().getValue().asking()).isFalse();
    }

    @Test
    void a_scanner_sends_the_serial_number_and_enter_at_once_and_the_one_exact_hit_is_opened_when_it_is_known() {
        model.type("S");
        model.type("SN0001");
        model.enter(Optional.empty());
        assertThat(opened).isEmpty();
        settle();

        assertThat(opened).containsExactly("srv-a01-01");
        assertThat(asked).containsExactly("SN0001");
    }

    @Test
    void the_lines_of_an_older_text_are_never_entered() {
        model.type("SN00");
        settle();
        var old = model.findings().getValue().rows().getFirst();
        model.type("SN0001");
        model.enter(Optional.of(old));
        settle();

        assertThat(opened).containsExactly("srv-a01-01");
    }

    @Test
    void an_answer_to_an_older_text_is_dropped() {
        model.type("SN0001");
        delayed.removeFirst().run();
        realm.runPosted();
        var late = work.removeFirst();
        model.type("SN00");
        settle();
        late.run();
        realm.runPosted();

        assertThat(labels()).first().isEqualTo("srv-a01-02");
        assertThat(model.findings().getValue().text()).isEqualTo("SN00");
    }

    @Test
    void enter_and_then_another_text_opens_nothing() {
        model.type("SN0001");
        model.enter(Optional.empty());
        model.type("SN0001x");
        settle();

        assertThat(opened).isEmpty();
    }

    @Test
    void what_is_only_like_it_is_not_opened_by_a_scanner() {
        model.type("SN00");
        model.enter(Optional.empty());
        settle();
        assertThat(opened).isEmpty();

        model.enter(model.findings().getValue().rows().stream().findFirst());
        assertThat(opened).containsExactly("srv-a01-02");
    }

    @Test
    void of_several_exact_hits_none_is_opened_but_what_is_printed_on_the_machine_wins() {
        model.type("both");
        model.enter(Optional.empty());
        settle();
        assertThat(opened).containsExactly("srv-a01-01");

        opened.clear();
        server.search = (_, _) -> List.of(ADDRESS, hit(Kind.PORT, 5, "eth0", "name", "x", Match.EXACT));
        model.type("several");
        model.enter(Optional.empty());
        settle();
        assertThat(opened).isEmpty();
    }

    @Test
    void an_unknown_serial_number_is_offered_to_be_recorded_at_the_place_that_is_pointed_at() {
        open(Optional.of(SPOT));
        model.type("21023XYZ99");
        model.enter(Optional.empty());
        settle();

        assertThat(opened).isEmpty();
        assertThat(labels()).containsExactly("Place 21023XYZ99 here", "Record server 21023XYZ99");
        assertThat(model.findings().getValue().rows()).first().extracting(FoundRow::place)
                .isEqualTo("A01 U17 · front");
        assertThat(model.findings().getValue().groups()).extracting(Findings.Group::title)
                .containsExactly("Not recorded");
    }

    @Test
    void words_addresses_and_known_things_are_not_offered_to_be_recorded() {
        for (String typed : List.of("rack", "10.0.0.1", "two words 1", "SN0001")) {
            model.type(typed);
            settle();
            assertThat(model.findings().getValue().rows()).noneMatch(FoundRow.Offer.class::isInstance);
        }
    }

    @Test
    void commands_are_found_without_the_server_core_and_run_by_enter() {
        model.type("key");
        assertThat(labels()).containsExactly("Keys");
        model.enter(model.findings().getValue().rows().stream().findFirst());
        settle();

        assertThat(opened).containsExactly("Keys");
    }

    @Test
    void what_was_found_says_by_what_and_where() {
        model.type("SN0001");
        settle();

        assertThat(model.findings().getValue().rows().getFirst()).satisfies(row -> {
            assertThat(row.note()).isEqualTo("Serial number SN0001");
            assertThat(row.place()).isEqualTo("Shanghai A / Room 201 / A01 U28 rear");
        });
        assertThat(model.findings().getValue().groups()).first().extracting(Findings.Group::title)
                .isEqualTo("Servers");
    }

    @Test
    void a_finder_that_was_closed_opens_nothing_any_more() {
        model.type("SN0001");
        model.enter(Optional.empty());
        model.close();
        settle();

        assertThat(opened).isEmpty();
        assertThat(SearchModel.PAUSE).isLessThan(Duration.ofMillis(150));
    }
}
