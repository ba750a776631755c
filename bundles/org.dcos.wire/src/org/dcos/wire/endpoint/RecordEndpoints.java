package org.dcos.wire.endpoint;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.access.Role;
import org.dcos.domain.cmdb.ChangeOrder;
import org.dcos.domain.cmdb.ChangeSet;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemChange;
import org.dcos.domain.cmdb.ItemFilter;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.PastChange;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Problem;
import org.dcos.wire.endpoint.Endpoint.ById;
import org.dcos.wire.endpoint.Endpoint.Filling;

import tools.jackson.core.type.TypeReference;

/** The records of every kind, by their kind and each under a resource of its own, and the change sets. */
public final class RecordEndpoints {

    /** A part of the items of one kind. */
    public record ListRecords(String kind, ItemFilter filter, PageRequest page) {}

    public record GetRecord(String kind, UUID id) {}

    public record SaveRecord(String kind, UUID id, Item body) {}

    public record ListItems(ItemFilter filter, PageRequest page) {}

    public record NewItem(Item body) {}

    public record SaveItem(UUID id, Item body) {}

    public record Commit(ChangeOrder body) {}

    public record ListChangeSets(Optional<UUID> item, Optional<String> text, PageRequest page) {}

    public record ByNumber(long number) {}

    public record ListHistory(UUID id, PageRequest page) {}

    public record ListChanges(long number, PageRequest page) {}

    public record UndoOrder(String why) {}

    public record Undo(long number, UndoOrder body) {}

    /** These have endpoints of their own, in {@link CmdbEndpoints} and {@link RelocationEndpoints}. */
    private static final Set<Kind> OWN = EnumSet.of(Kind.IDC, Kind.ROOM, Kind.RACK, Kind.SERVER,
            Kind.RELOCATION);
    private static final int MOST_BYTES = 64 << 20;

    public static final Endpoint<ListRecords, Page<Item>> LIST = Endpoint.get("list-records", "/records/{kind}",
            ListRecords.class, new TypeReference<>() {}, "Lists the items of a kind, such as servers or ports.",
            (core, q) -> core.records().list(kind(q.kind()), q.filter(), q.page()));

    public static final Endpoint<GetRecord, Item> GET = Endpoint.get("get-record", "/records/{kind}/{id}",
            GetRecord.class, Item.class, "One item of a kind.",
            (core, q) -> core.records().item(kind(q.kind()), q.id()));

    public static final Endpoint<SaveRecord, Item> SAVE = Endpoint.put("save-record", "/records/{kind}/{id}",
            SaveRecord.class, Item.class, "Changes one item of a kind; version 0 creates it.",
            (core, q) -> core.records().save(same(kind(q.kind()), q.body()))).fills(Filling.ID_OF_PATH);

    public static final Endpoint<GetRecord, Void> DELETE = Endpoint.<GetRecord, Void>of("delete-record", Method.DELETE,
            "/records/{kind}/{id}", GetRecord.class, Void.class, "Deletes one item with what is a part of it.",
            (core, q) -> {
                core.records().delete(kind(q.kind()), q.id());
                return null;
            }).needs(Role.OPERATOR).succeeds(204);

    public static final Endpoint<Commit, ChangeSet> COMMIT = Endpoint.post("commit-change-set", "/change-sets",
            Commit.class, ChangeSet.class, "Does all edits, or none: creates, changes and deletes items of any kind.",
            (core, q) -> core.records().commit(q.body())).succeeds(201).takes(MOST_BYTES);

    public static final Endpoint<ListChangeSets, Page<ChangeSet>> LIST_CHANGE_SETS = Endpoint.get("list-change-sets",
            "/change-sets", ListChangeSets.class, new TypeReference<>() {}, "Lists the change sets, newest first.",
            (core, q) -> core.records().changeSets(q.item(), q.text(), q.page()));

    public static final Endpoint<ByNumber, ChangeSet> GET_CHANGE_SET = Endpoint.get("get-change-set",
            "/change-sets/{number}", ByNumber.class, ChangeSet.class, "One change set.",
            (core, q) -> core.records().changeSet(q.number()));

    public static final Endpoint<ListChanges, Page<ItemChange>> LIST_CHANGES = Endpoint.get("list-changes",
            "/change-sets/{number}/changes", ListChanges.class, new TypeReference<>() {},
            "What a change set did: each item before and after.",
            (core, q) -> core.records().changes(q.number(), q.page()));

    public static final Endpoint<Undo, ChangeSet> UNDO = Endpoint.post("undo-change-set",
            "/change-sets/{number}/undo", Undo.class, ChangeSet.class,
            "Takes a change set back, as long as nothing later depends on it.",
            (core, q) -> core.records().undo(q.number(), q.body().why())).succeeds(201);

    public static final Endpoint<ListHistory, Page<PastChange>> LIST_HISTORY = Endpoint.get("list-room-history",
            "/rooms/{id}/history", ListHistory.class, new TypeReference<>() {},
            "What was changed in a room: its racks, devices and reservations there, newest first.",
            (core, q) -> core.records().history(q.id(), q.page()));

    private RecordEndpoints() {}

    /** @throws Invalid when there is no kind of this name */
    static Kind kind(String resource) throws Invalid {
        return Kind.ofResource(resource).orElseThrow(
                () -> Invalid.field("kind", "There is no kind %s. One of: %s.".formatted(resource, String.join(", ",
                        EnumSet.allOf(Kind.class).stream().map(Kind::resource).toList()))));
    }

    static List<Endpoint<?, ?>> all() {
        var all = new ArrayList<Endpoint<?, ?>>(
                List.of(LIST, GET, SAVE, DELETE, COMMIT, LIST_CHANGE_SETS, GET_CHANGE_SET, LIST_CHANGES, LIST_HISTORY,
                        UNDO));
        for (Kind kind : Kind.values()) {
            if (!OWN.contains(kind)) {
                all.addAll(ofKind(kind));
            }
        }
        return all;
    }

    private static List<Endpoint<?, ?>> ofKind(Kind kind) {
        String path = "/" + kind.resource();
        String name = kind.word().toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
        Class<? extends Item> type = kind.type();
        return List.of(
                Endpoint.<ListItems, Page<Item>>of("list-" + kind.resource(), Method.GET, path, ListItems.class,
                        page(type), "Lists every %s that the filter wants.".formatted(kind.word()),
                        (core, q) -> core.records().list(kind, q.filter(), q.page())),
                Endpoint.<ById, Item>of("get-" + name, Method.GET, path + "/{id}", ById.class, type,
                        "One %s.".formatted(kind.word()), (core, q) -> core.records().item(kind, q.id())),
                Endpoint.<NewItem, Item>post("create-" + name, path, NewItem.class, Item.class,
                        "Creates one %s.".formatted(kind.word()),
                        (core, q) -> core.records().save(same(kind, q.body())))
                        .reads(type).answers(type).fills(Filling.NEW_ID).succeeds(201),
                Endpoint.<SaveItem, Item>put("save-" + name, path + "/{id}", SaveItem.class, Item.class,
                        "Changes one %s; version 0 creates it.".formatted(kind.word()),
                        (core, q) -> core.records().save(same(kind, q.body()))).reads(type).answers(type)
                        .fills(Filling.ID_OF_PATH),
                Endpoint.delete("delete-" + name, path + "/{id}",
                        "Deletes one %s with what is a part of it.".formatted(kind.word()),
                        (core, id) -> core.records().delete(kind, id)));
    }

    private static Item same(Kind kind, Item item) throws Problem {
        if (Kind.of(item) != kind) {
            throw Invalid.field("type", "A record of kind %s is expected here.".formatted(kind.word()));
        }
        return item;
    }

    /** {@code Page<T>} of a type that is known only at run time. */
    private static java.lang.reflect.Type page(Class<?> item) {
        return new PageType(item);
    }

    private record PageType(Class<?> item) implements java.lang.reflect.ParameterizedType {

        @Override
        public java.lang.reflect.Type[] getActualTypeArguments() {
            return new java.lang.reflect.Type[] {item};
        }

        @Override
        public java.lang.reflect.Type getRawType() {
            return Page.class;
        }

        @Override
        public java.lang.reflect.Type getOwnerType() {
            return null;
        }

        @Override
        public String getTypeName() {
            return "%s<%s>".formatted(Page.class.getName(), item.getName());
        }
    }
}
