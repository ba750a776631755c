package org.dcos.client.service;

import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.ChangeOrder;
import org.dcos.domain.cmdb.ChangeSet;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemChange;
import org.dcos.domain.cmdb.ItemFilter;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.PastChange;
import org.dcos.domain.cmdb.Records;
import org.dcos.domain.problem.Problem;
import org.dcos.wire.endpoint.RecordEndpoints;

/** The records over the wire. */
final class RemoteRecords implements Records {

    private final Calls calls;

    RemoteRecords(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Page<Item> list(Kind kind, ItemFilter filter, PageRequest page) throws Problem {
        return calls.call(RecordEndpoints.LIST, new RecordEndpoints.ListRecords(kind.resource(), filter, page));
    }

    @Override
    public Item item(Kind kind, UUID id) throws Problem {
        return calls.call(RecordEndpoints.GET, new RecordEndpoints.GetRecord(kind.resource(), id));
    }

    @Override
    public Item save(Item item) throws Problem {
        return calls.call(RecordEndpoints.SAVE,
                new RecordEndpoints.SaveRecord(Kind.of(item).resource(), item.id(), item));
    }

    @Override
    public void delete(Kind kind, UUID id) throws Problem {
        calls.call(RecordEndpoints.DELETE, new RecordEndpoints.GetRecord(kind.resource(), id));
    }

    @Override
    public ChangeSet commit(ChangeOrder order) throws Problem {
        return calls.call(RecordEndpoints.COMMIT, new RecordEndpoints.Commit(order));
    }

    @Override
    public Page<ChangeSet> changeSets(Optional<UUID> item, Optional<String> text, PageRequest page) throws Problem {
        return calls.call(RecordEndpoints.LIST_CHANGE_SETS, new RecordEndpoints.ListChangeSets(item, text, page));
    }

    @Override
    public Page<PastChange> history(UUID room, PageRequest page) throws Problem {
        return calls.call(RecordEndpoints.LIST_HISTORY, new RecordEndpoints.ListHistory(room, page));
    }

    @Override
    public ChangeSet changeSet(long number) throws Problem {
        return calls.call(RecordEndpoints.GET_CHANGE_SET, new RecordEndpoints.ByNumber(number));
    }

    @Override
    public Page<ItemChange> changes(long number, PageRequest page) throws Problem {
        return calls.call(RecordEndpoints.LIST_CHANGES, new RecordEndpoints.ListChanges(number, page));
    }

    @Override
    public ChangeSet undo(long number, String why) throws Problem {
        return calls.call(RecordEndpoints.UNDO, new RecordEndpoints.Undo(number, new RecordEndpoints.UndoOrder(why)));
    }
}
