package org.dcos.tests.records.crash;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;

import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemStore;
import org.dcos.domain.exchange.Imports;
import org.dcos.domain.ip.AddressPlan;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.relocation.Relocations;
import org.dcos.server.cmdb.WriterTurn;
import org.dcos.server.cmdb.exchange.SheetImports;
import org.dcos.server.cmdb.live.LiveRecords;
import org.dcos.server.cmdb.plan.PlannedAddresses;
import org.dcos.server.cmdb.relocation.RelocationBook;
import org.dcos.server.store.bmc.JpaBmcStore;
import org.dcos.server.store.cmdb.DocumentItemStore;
import org.dcos.server.store.database.H2Database;
import org.dcos.server.store.settings.JpaSettingsStore;

/** The records of a server-core over a data directory, and the services that change them, without all else. */
record Core(H2Database database, ItemStore store, LiveRecords records, Imports imports, Relocations relocations,
        AddressPlan addresses) implements AutoCloseable {

    /** @param around what stands between the records and their store */
    static Core open(Path directory, UnaryOperator<ItemStore> around) {
        var database = new H2Database(() -> directory);
        var store = around.apply(new DocumentItemStore(database));
        var turn = new WriterTurn();
        var settings = new JpaSettingsStore(database);
        var records = new LiveRecords(store, new JpaBmcStore(database), _ -> {}, turn);
        return new Core(database, store, records, new SheetImports(records, turn, settings),
                new RelocationBook(records, store),
                new PlannedAddresses(records, settings, List::of, InstantSource.system()));
    }

    <T extends Item> List<T> all(Class<T> type) {
        return records.read(view -> view.all(type).toList());
    }

    /** Records things as one change set. */
    void put(List<? extends Item> items) throws Problem {
        records.commit("", "", items.stream().<Edit>map(Edit.Put::new).toList());
    }

    @Override
    public void close() {
        database.close();
    }
}
