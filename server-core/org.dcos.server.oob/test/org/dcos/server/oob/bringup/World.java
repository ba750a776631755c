package org.dcos.server.oob.bringup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.dcos.domain.bmc.BmcDriver;
import org.dcos.domain.bmc.BmcLog;
import org.dcos.domain.bmc.BmcSetup;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.InventoryStore;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.EventPublisher;
import org.dcos.domain.ip.WireCheck;
import org.dcos.domain.ip.WireFinding;
import org.dcos.domain.problem.Problem;
import org.dcos.net.ipmi.client.ClientOptions;
import org.dcos.server.cmdb.LiveInventoryStore;
import org.dcos.server.cmdb.RecordBook;
import org.dcos.server.cmdb.RecordedInventory;
import org.dcos.server.cmdb.live.LiveRecords;
import org.dcos.server.cmdb.WriterTurn;
import org.dcos.server.cmdb.plan.PlannedAddresses;
import org.dcos.server.oob.ChosenBmcDriver;
import org.dcos.server.oob.ChosenBmcLog;
import org.dcos.server.oob.ChosenBmcSetup;
import org.dcos.server.oob.IpmiBmcDriver;
import org.dcos.server.oob.IpmiBmcLog;
import org.dcos.server.oob.IpmiBmcSetup;
import org.dcos.server.oob.IpmiConversations;
import org.dcos.server.oob.redfish.RedfishBmcDriver;
import org.dcos.server.oob.redfish.RedfishBmcLog;
import org.dcos.server.oob.redfish.RedfishBmcSetup;
import org.dcos.server.oob.redfish.RedfishConversations;
import org.dcos.server.store.audit.JpaAuditLog;
import org.dcos.server.store.bmc.JpaBmcStore;
import org.dcos.server.store.bmc.SqlBmcProtocolStore;
import org.dcos.server.store.bringup.DocumentArrivalStore;
import org.dcos.server.store.cmdb.DocumentItemStore;
import org.dcos.server.store.database.H2Database;
import org.dcos.server.store.secret.SealedVault;
import org.dcos.server.store.settings.JpaSettingsStore;

/** The services that bring machines up, over a real database and real IPMI. */
final class World implements AutoCloseable {

    static final int PORT = 36_240;
    private static final Duration PING = Duration.ofMillis(200);

    final H2Database database;
    final SealedVault vault;
    final JpaBmcStore bmcs;
    final LiveRecords live;
    final RecordBook records;
    final InventoryStore inventory;
    final BringUpService service;
    private final IpmiConversations ipmi;
    private final RedfishConversations redfish;

    World(Path directory, Milestones milestones, Duration patience, Consumer<DomainEvent> follower)
            throws IOException {
        this(directory, milestones, patience, follower, false);
    }

    /** @param withRedfish prefers it where a BMC has it, as the server-core does */
    World(Path directory, Milestones milestones, Duration patience, Consumer<DomainEvent> follower,
            boolean withRedfish) throws IOException {
        database = new H2Database(() -> directory);
        vault = new SealedVault(database, () -> directory);
        bmcs = new JpaBmcStore(database);
        EventPublisher events = follower::accept;
        var items = new DocumentItemStore(database);
        live = new LiveRecords(items, bmcs, events, new WriterTurn());
        records = new RecordBook(live, items);
        inventory = new LiveInventoryStore(live);
        var settings = new JpaSettingsStore(database);
        ipmi = new IpmiConversations(ClientOptions.defaults().withTimeouts(Duration.ofMillis(300), 3));
        redfish = new RedfishConversations(new SqlBmcProtocolStore(database), bmcs);
        var byIpmi = new IpmiBmcDriver(ipmi);
        BmcDriver driver = withRedfish ? new ChosenBmcDriver(redfish, new RedfishBmcDriver(redfish), byIpmi) : byIpmi;
        BmcSetup setup = withRedfish
                ? new ChosenBmcSetup(redfish, new RedfishBmcSetup(redfish), new IpmiBmcSetup(ipmi))
                : new IpmiBmcSetup(ipmi);
        BmcLog log = withRedfish ? new ChosenBmcLog(redfish, new RedfishBmcLog(redfish), new IpmiBmcLog(ipmi))
                : new IpmiBmcLog(ipmi);
        WireCheck wire = addresses -> addresses.stream().map(one -> finding(driver, one.toString())).toList();
        service = new BringUpService(new Hands(driver, setup, log, bmcs, vault,
                inventory, new RecordedInventory(live), records,
                new PlannedAddresses(live, settings, () -> List.of(wire), InstantSource.system()), wire, _ -> {},
                events, InstantSource.system()), new DocumentArrivalStore(database), settings,
                new JpaAuditLog(database), milestones, patience);
    }

    /** On loopback every address answers a ping: whether a BMC answers is what counts here. */
    private static WireFinding finding(BmcDriver driver, String address) {
        try {
            boolean there = driver.ping(address, PORT, PING);
            return new WireFinding(address,
                    there ? WireFinding.Outcome.ANSWERED : WireFinding.Outcome.SILENT, there ? "a BMC" : "nobody");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A room with a rack, and a network for its BMCs. */
    UUID place(String cidr) throws Problem {
        UUID idc = UUID.randomUUID();
        UUID room = UUID.randomUUID();
        UUID rack = UUID.randomUUID();
        var edits = new ArrayList<Edit>(List.of(
                new Edit.Put(Items.with(Items.blank(Kind.IDC, idc), Map.of("name", "Lab"))),
                new Edit.Put(Items.with(Items.blank(Kind.ROOM, room), Map.of("name", "Room", "idc", idc.toString()))),
                new Edit.Put(Items.with(Items.blank(Kind.RACK, rack),
                        Map.of("name", "A01", "room", room.toString(), "heightUnits", "60"))),
                new Edit.Put(Items.with(Items.blank(Kind.PREFIX, UUID.randomUUID()),
                        Map.of("cidr", cidr, "purpose", "oob", "state", "ACTIVE", "room", room.toString(), "idc",
                                idc.toString())))));
        String begin = cidr.substring(0, cidr.indexOf('.', cidr.indexOf('.') + 1) + 1);
        for (int third = 0; third < 16; third++) { // some kernels let nobody listen at such an address of loopback
            String edge = begin + third + ".255";
            edits.add(new Edit.Put(Items.with(Items.blank(Kind.IP_RANGE, UUID.randomUUID()),
                    Map.of("first", edge, "last", edge, "use", "RESERVED"))));
        }
        live.commit("place", "", edits);
        return rack;
    }

    @Override
    public void close() {
        service.close();
        redfish.close();
        ipmi.close();
        database.close();
    }
}
