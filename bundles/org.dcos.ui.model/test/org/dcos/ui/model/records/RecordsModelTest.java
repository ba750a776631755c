package org.dcos.ui.model.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.cmdb.CustomItem;
import org.dcos.domain.cmdb.CustomKind;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.FieldDefinition;
import org.dcos.domain.cmdb.FieldType;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.exchange.HeaderWords;
import org.dcos.domain.exchange.SheetForm;
import org.dcos.domain.problem.Conflict;
import org.dcos.ui.model.CpuTime;
import org.dcos.ui.model.FakeServerCore;
import org.dcos.ui.model.Samples;
import org.dcos.ui.model.TestRealm;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.text.Texts;
import org.junit.jupiter.api.Test;

class RecordsModelTest {

    private static final int MANY = 10_000;
    private static final double MOST_MILLIS = 200;

    private final TestRealm realm = new TestRealm();
    private final FakeServerCore server = new FakeServerCore();
    private final EstateModel estates = new EstateModel(realm, Runnable::run, (_, work) -> work.run());
    private final RecordsModel model = new RecordsModel(estates, Texts.load(Locale.ENGLISH), ZoneOffset.ofHours(8),
            new NameCache());

    @Test
    void without_a_connection_nothing_is_listed_and_it_is_said_why() {
        model.load();

        assertThat(model.list().getValue().rows()).isEmpty();
        assertThat(model.problem().getValue()).isEqualTo("Not connected");
    }

    @Test
    void references_are_shown_by_name_and_asked_for_once_and_not_for_each_cell() {
        connected(many(100));
        server.records.lists.clear();

        model.load();
        realm.runPosted();

        assertThat(cell(0, "mounting.rack")).isEqualTo("A01");
        assertThat(cell(0, "state")).isEqualTo("Active");
        assertThat(server.records.lists).as("lists asked for: the servers and the definitions, no names again")
                .containsExactlyInAnyOrder(Kind.SERVER, Kind.FIELD_DEFINITION);
    }

    @Test
    void what_is_exported_is_what_is_seen_in_its_order_with_its_columns() {
        connected(many(30));
        model.narrow(Narrowing.NONE.text("srv-2").sorted("name", true));
        realm.runPosted();

        var seen = model.seen(List.of("name", "serial"),
                new SheetForm(SheetForm.Format.XLSX, HeaderWords.ENGLISH));

        assertThat(seen.kind()).isEqualTo(Kind.SERVER);
        assertThat(seen.columns()).containsExactly("name", "serial");
        assertThat(seen.items()).hasSizeLessThan(30).isEqualTo(
                model.list().getValue().rows().stream().map(row -> row.item().id()).toList());
    }

    @Test
    void ten_thousand_are_filtered_and_sorted_within_200_ms() {
        connected(many(MANY));
        var all = model.list().getValue();
        var filter = new Narrowing("srv 99", Map.of("mounting.lowestUnit", ">10", "state", "act"), "name", true);
        var sort = new Narrowing("", Map.of(), "serial", true);

        double filtering = CpuTime.millis(5, () -> filter.of(all.columns(), all.rows()));
        double sorting = CpuTime.millis(5, () -> sort.of(all.columns(), all.rows()));

        System.out.printf(Locale.ROOT, "10,000 rows: filter and sort some %.1f ms, sort all %.1f ms%n", filtering,
                sorting);
        assertThat(filtering).isLessThan(MOST_MILLIS);
        assertThat(sorting).isLessThan(MOST_MILLIS);
        assertThat(filter.of(all.columns(), all.rows())).isNotEmpty();
    }

    @Test
    void filters_and_order_are_kept_when_the_records_are_loaded_again() {
        connected(many(30));
        model.narrow(Narrowing.NONE.text("srv-2").sorted("name", true));
        realm.runPosted();
        assertThat(model.summary().getValue()).isEqualTo("11 of 30");
        assertThat(model.list().getValue().rows().getFirst().name()).isEqualTo("srv-29");

        server.records.put(((Server) server.records.items.get(Kind.SERVER).values().iterator().next())
                .in(LifecycleState.RETIRED));
        server.send(new DomainEvent.RecordsChanged(1, Set.of(Kind.SERVER)));
        realm.runPosted();
        model.changed(estates.recorded().getValue());
        realm.runPosted();

        assertThat(model.list().getValue().rows()).hasSize(11);
        assertThat(model.narrowing().sort()).isEqualTo("name");
    }

    @Test
    void a_change_of_a_rack_renames_what_refers_to_it() {
        connected(many(2));
        server.records.put(Items.version(rename(Samples.A01, "Z99"), 2));

        server.send(new DomainEvent.RecordsChanged(1, Set.of(Kind.RACK)));
        realm.runPosted();
        model.changed(estates.recorded().getValue());
        realm.runPosted();

        assertThat(cell(0, "mounting.rack")).isEqualTo("Z99");
    }

    @Test
    void numbers_are_ordered_as_numbers_names_as_people_do_and_empty_cells_come_last() {
        connected(many(12));

        model.narrow(Narrowing.NONE.sorted("name", false));
        realm.runPosted();
        assertThat(names()).startsWith("srv-0", "srv-1", "srv-2").endsWith("srv-10", "srv-11");

        model.narrow(Narrowing.NONE.sorted("assetTag", true));
        realm.runPosted();
        assertThat(cell(11, "assetTag")).isEmpty();
    }

    @Test
    void fields_of_ones_own_and_labels_are_columns() {
        var field = new FieldDefinition(new UUID(7, 1), 1, "servers", "u-price", "Price", FieldType.DECIMAL, false,
                List.of(), "CNY", Map.of(), Map.of());
        var labelled = new Server(new UUID(8, 1), 1, "srv-x", "SX", Optional.empty(), "", "", "", Optional.empty(),
                LifecycleState.PLANNED, Optional.empty(), Optional.empty(), Optional.empty(), Map.of("team", "db"),
                Map.of("u-price", "12"));
        server.records.put(field);
        connected(List.of(labelled));

        var list = model.list().getValue();

        assertThat(list.columns()).extracting(RecordColumn::title).contains("Price (CNY)", "team");
        assertThat(cell(0, "label.team")).isEqualTo("db");
        assertThat(list.columns().get(list.column("field.u-price")).numbers()).isTrue();
    }

    @Test
    void records_of_one_kind_of_ones_own_are_listed_by_themselves() {
        var lift = new CustomKind(new UUID(6, 1), 1, "lifts", "Lifts", "", Map.of(), Map.of());
        var door = new CustomKind(new UUID(6, 2), 1, "doors", "", "", Map.of(), Map.of());
        server.records.put(lift, door, custom(lift, "Lift 1"), custom(door, "Door 1"));
        connected(List.of());

        model.show(new Listed(Kind.CUSTOM_ITEM, Optional.of(lift)));
        realm.runPosted();
        var kinds = new KindsModel(estates, Texts.load(Locale.ENGLISH));
        kinds.load();
        realm.runPosted();

        assertThat(names()).containsExactly("Lift 1");
        assertThat(kinds.rows().getValue()).extracting(KindRow::name).endsWith("Lifts", "doors");
    }

    @Test
    void a_moment_shows_what_was_then_and_lets_nothing_be_changed() {
        connected(many(3));
        server.records.then = many(1);

        model.show(Optional.of(Samples.NOW));
        realm.runPosted();
        assertThat(names()).containsExactly("srv-0");
        change("name", "srv-new");
        assertThat(server.records.sets).isEmpty();

        model.show(Optional.empty());
        realm.runPosted();
        assertThat(names()).hasSize(3);
    }

    @Test
    void a_cell_is_changed_in_place_and_a_refusal_is_said() {
        connected(many(3));

        change("owner", "zhang");
        assertThat(cell(0, "owner")).isEqualTo("zhang");

        server.records.refusal = Optional.of(new Conflict("Not now."));
        change("owner", "wang");
        assertThat(cell(0, "owner")).isEqualTo("zhang");
        assertThat(model.problem().getValue()).isEqualTo("Not now.");
    }

    private void change(String path, String text) {
        var list = model.list().getValue();
        model.change(list.rows().getFirst(), list.columns().get(list.column(path)), text);
        realm.runPosted();
        realm.runPosted();
    }

    private void connected(List<? extends Item> items) {
        server.records.put(Samples.IDC, Samples.ROOM, Samples.A01, Samples.A02);
        items.forEach(server.records::put);
        estates.connect(server);
        realm.runPosted();
        model.load();
        realm.runPosted();
    }

    private String cell(int row, String path) {
        var list = model.list().getValue();
        return list.rows().get(row).cells().get(list.column(path));
    }

    private List<String> names() {
        return model.list().getValue().rows().stream().map(RecordRow::name).toList();
    }

    private static CustomItem custom(CustomKind kind, String name) {
        return new CustomItem(UUID.nameUUIDFromBytes(name.getBytes()), 1, kind.id(), name, Map.of(), Map.of());
    }

    private static Item rename(Item item, String name) {
        try {
            return Items.with(item, Map.of("name", name));
        } catch (org.dcos.domain.problem.Invalid e) {
            throw new AssertionError(e);
        }
    }

    private static List<Server> many(int count) {
        var made = new ArrayList<Server>();
        for (int i = 0; i < count; i++) {
            made.add(new Server(new UUID(5, i), 1, "srv-" + i, "SN%06d".formatted(i * 7919 % 1_000_003),
                    i % 3 == 0 ? Optional.empty() : Optional.of("ASSET-" + i), "Huawei", "2288H V5", "li.wei",
                    Optional.of(new Mounting(Samples.A01.id(), 1 + i % 40, 2, Face.FRONT)), LifecycleState.ACTIVE));
        }
        return made;
    }
}
