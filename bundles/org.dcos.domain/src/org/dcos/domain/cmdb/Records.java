package org.dcos.domain.cmdb;

import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.problem.Problem;

/**
 * The records of every kind. Each change belongs to a change set that tells who, when, why and what was before, and
 * that
 * can be undone as a whole. What was returned is on disk.
 */
public interface Records {

    /** The items of one kind that the filter wants. */
    Page<Item> list(Kind kind, ItemFilter filter, PageRequest page) throws Problem;

    Item item(Kind kind, UUID id) throws Problem;

    /** Creates or changes one item, as a change set of its own. Returns it with its new version. */
    Item save(Item item) throws Problem;

    /**
     * Deletes one item with what is a part of it, as a change set of its own.
     *
     * @throws org.dcos.domain.problem.Conflict while something else refers to it
     */
    void delete(Kind kind, UUID id) throws Problem;

    /**
     * Does all edits or none.
     *
     * @throws org.dcos.domain.problem.Invalid  naming every broken rule: {@code edits[3].item.name}
     * @throws org.dcos.domain.problem.Conflict when an item was changed meanwhile, with both versions, or is referred
     *         to
     */
    ChangeSet commit(ChangeOrder order) throws Problem;

    /**
     * The change sets, newest first.
     *
     * @param item only those that changed it
     * @param text found in title, reason or name of who did it
     */
    Page<ChangeSet> changeSets(Optional<UUID> item, Optional<String> text, PageRequest page) throws Problem;

    ChangeSet changeSet(long number) throws Problem;

    /** What a change set did, in the order in which it was done. */
    Page<ItemChange> changes(long number, PageRequest page) throws Problem;

    /**
     * What was changed in a room: its racks, the devices that stand or stood in them, and reservations there. Newest
     * first, so that who takes the changes back one by one sees the racks as they were.
     */
    Page<PastChange> history(UUID room, PageRequest page) throws Problem;

    /**
     * Takes a change set back, as a change set of its own.
     *
     * @throws org.dcos.domain.problem.Conflict when something later depends on it, saying what
     */
    ChangeSet undo(long number, String why) throws Problem;

    /** The items of one type that the filter wants. */
    default <T extends Item> Page<T> list(Class<T> type, ItemFilter filter, PageRequest page) throws Problem {
        Page<Item> found = list(Kind.of(type), filter, page);
        return new Page<>(found.items().stream().map(type::cast).toList(), found.offset(), found.total());
    }

    default <T extends Item> T item(Class<T> type, UUID id) throws Problem {
        return type.cast(item(Kind.of(type), id));
    }
}
