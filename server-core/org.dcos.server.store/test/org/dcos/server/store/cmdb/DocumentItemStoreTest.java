package org.dcos.server.store.cmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dcos.server.store.cmdb.Commits.change;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.Bay;
import org.dcos.domain.cmdb.DedicatedLine;
import org.dcos.domain.cmdb.DeviceType;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemChange;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.PortKind;
import org.dcos.domain.cmdb.PortTemplate;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Server;
import org.dcos.server.store.database.OpenDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DocumentItemStoreTest extends OpenDatabase {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private DocumentItemStore store;

    @BeforeEach
    void openStore() {
        store = new DocumentItemStore(database);
    }

    @ParameterizedTest
    @EnumSource
    void keeps_a_blank_item_of_every_kind(Kind kind) {
        Item item = Items.version(Items.blank(kind, UUID.randomUUID()), 1);

        Commits.save(store, item);

        reopen();
        assertThat(new DocumentItemStore(database).items()).containsExactly(item);
    }

    @Test
    void keeps_every_value_of_an_item() {
        var full = List.of(
                new Server(UUID.randomUUID(), 3, "上海-01", "00123", Optional.of("A\"1"), "Huawei", "2288H", "ops",
                        Optional.of(new Mounting(UUID.randomUUID(), 10.5, 1.5, Face.REAR, true)), LifecycleState.ACTIVE,
                        Optional.of(UUID.randomUUID()), Optional.of(UUID.randomUUID()),
                        Optional.of(new Bay(UUID.randomUUID(), "Slot 3")), Map.of("env", "prod", "a", "b"),
                        Map.of("warranty", "2027-01-01")),
                new Rack(UUID.randomUUID(), 1, UUID.randomUUID(), "A", "A01", 42, OptionalInt.of(8000),
                        OptionalInt.of(900), true, OptionalInt.of(3), Map.of(), Map.of()),
                new DeviceType(UUID.randomUUID(), 1, "Dell", "R740", "dell-r740", "", 2, true, OptionalInt.of(750),
                        OptionalInt.empty(), "front-to-rear", false, false,
                        List.of(new PortTemplate("eth0", PortKind.NETWORK, "1000base-t", false, Optional.empty(),
                                OptionalInt.empty(), OptionalInt.of(1))),
                        List.of("1", "2"), "a\nb", Map.of(), Map.of()),
                new DedicatedLine(UUID.randomUUID(), 1, "CT-1", "China Telecom", "", 1000,
                        Optional.of(UUID.randomUUID()), Optional.empty(), Optional.of(LocalDate.of(2027, 2, 3)),
                        Map.of(), Map.of()));

        Commits.save(store, full.toArray(Item[]::new));

        reopen();
        assertThat(new DocumentItemStore(database).items()).containsExactlyInAnyOrderElementsOf(full);
    }

    @Test
    void numbers_change_sets_and_tells_what_each_did() {
        var idc = new Idc(UUID.randomUUID(), 1, "one");
        var renamed = new Idc(idc.id(), 2, "two");
        var first = Commits.save(store, idc);
        var second = Commits.commit(store, NOON.plusSeconds(60), change(Optional.of(idc), Optional.of(renamed)));
        var third = Commits.commit(store, NOON.plusSeconds(120), change(Optional.of(renamed), Optional.empty()));

        assertThat(List.of(first.number(), second.number(), third.number())).containsExactly(1L, 2L, 3L);
        assertThat(store.items()).isEmpty();
        assertThat(store.changeSets(Optional.of(idc.id()), Optional.empty(), PageRequest.ALL).items())
                .containsExactly(third, second, first);
        assertThat(store.changeSets(Optional.of(UUID.randomUUID()), Optional.empty(), PageRequest.ALL).items())
                .isEmpty();
        assertThat(store.changeSets(Optional.empty(), Optional.of("A REAS"), new PageRequest(1, 1)).items())
                .containsExactly(second);
        assertThat(store.changes(2, PageRequest.ALL).items()).containsExactly(
                new ItemChange(2, Kind.IDC, idc.id(), Optional.of(idc), Optional.of(renamed)));
        assertThat(store.changesAfter(NOON)).extracting(ItemChange::changeSet).containsExactly(3L, 2L);
    }

    @Test
    void a_change_set_that_takes_another_back_is_noted_there() {
        Commits.save(store, new Idc(UUID.randomUUID(), 1, "one"));
        var undo = store.commit(new org.dcos.domain.cmdb.ChangeSet(0, NOON, "bob", "", "undo", "", 0, Optional.of(1L),
                Optional.empty()), List.of(), List.of());

        assertThat(store.changeSet(1).orElseThrow().undoneBy()).contains(undo.changeSet().number());
        assertThat(store.changeSet(9)).isEmpty();
    }

    @Test
    void takes_thousands_of_changes_in_their_order() {
        var changes = new ArrayList<ItemChange>();
        var kept = new ArrayList<Item>();
        for (int i = 0; i < 2500; i++) {
            var idc = new Idc(UUID.randomUUID(), 1, "idc " + i);
            changes.add(change(Optional.empty(), Optional.of(idc)));
            if (i % 3 == 0) {
                changes.add(change(Optional.of(idc), Optional.empty()));
            } else {
                kept.add(idc);
            }
        }
        Commits.commit(store, NOON, changes.toArray(ItemChange[]::new));

        assertThat(store.items()).containsExactlyInAnyOrderElementsOf(kept);
    }

    @Test
    void tells_the_changes_of_what_stood_in_a_rack_newest_first() {
        var rack = UUID.randomUUID();
        var blank = (Server) Items.blank(Kind.SERVER, UUID.randomUUID());
        var there = blank.mounted(Optional.of(new Mounting(rack, 10, 1, Face.FRONT)));
        var elsewhere = blank.mounted(Optional.of(new Mounting(UUID.randomUUID(), 1, 1, Face.FRONT)));
        Commits.commit(store, NOON, change(Optional.empty(), Optional.of(there)));
        Commits.commit(store, NOON.plusSeconds(1), change(Optional.of(there), Optional.of(elsewhere)));
        Commits.commit(store, NOON.plusSeconds(2), change(Optional.of(elsewhere), Optional.empty()));

        var changes = store.changesOf(EnumSet.of(Kind.SERVER, Kind.PDU), Set.of(rack));

        assertThat(changes).extracting(ItemChange::changeSet).containsExactly(2L, 1L);
        assertThat(changes.getFirst().before()).contains(there);
        assertThat(store.changesOf(EnumSet.of(Kind.PDU), Set.of(rack))).isEmpty();
    }
}
