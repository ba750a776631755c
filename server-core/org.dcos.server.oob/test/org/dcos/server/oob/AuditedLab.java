package org.dcos.server.oob;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.dcos.domain.PageRequest;
import org.dcos.domain.Secret;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcIdentity;
import org.dcos.domain.cmdb.AddressState;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.PortKind;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.deviation.AuditRun;
import org.dcos.domain.deviation.Deviation;
import org.dcos.domain.deviation.DeviationFilter;
import org.dcos.domain.deviation.Unseen;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.EventPublisher;
import org.dcos.domain.problem.Problem;
import org.dcos.lab.Lab;
import org.dcos.lab.LabOptions;
import org.dcos.lab.plan.RackPlan;
import org.dcos.lab.plan.ServerPlan;
import org.dcos.net.ipmi.client.ClientOptions;
import org.dcos.server.cmdb.WriterTurn;
import org.dcos.server.cmdb.deviation.RecordAudit;
import org.dcos.server.cmdb.live.LiveRecords;
import org.dcos.server.store.audit.JpaAuditLog;
import org.dcos.server.store.bmc.JpaBmcStore;
import org.dcos.server.store.cmdb.DocumentItemStore;
import org.dcos.server.store.database.H2Database;
import org.dcos.server.store.deviation.DocumentDeviationStore;
import org.dcos.server.store.operation.JpaOperationStore;
import org.dcos.server.store.operation.StoredOperations;
import org.dcos.server.store.secret.SealedVault;
import org.dcos.server.store.settings.JpaSettingsStore;

/** A simulated data centre, its records in a real database, and the audit that compares them. */
final class AuditedLab implements AutoCloseable {

    private static final int PORT = 36_230;

    final Lab lab;
    final H2Database database;
    final JpaBmcStore bmcs;
    final LiveRecords records;
    final RecordAudit audit;
    private final IpmiConversations ipmi;
    private final StoredOperations operations;
    private final UUID credential;
    private final Map<String, UUID> racks = new HashMap<>();
    private final BlockingQueue<AuditRun> ended = new LinkedBlockingQueue<>();

    AuditedLab(Path directory, LabOptions options) throws Exception {
        lab = Lab.start(options.withPort(PORT));
        database = new H2Database(() -> directory);
        var vault = new SealedVault(database, () -> directory);
        bmcs = new JpaBmcStore(database);
        EventPublisher events = event -> {
            if (event instanceof DomainEvent.AuditRunChanged(AuditRun run) && run.ended().isPresent()) {
                ended.add(run);
            }
        };
        records = new LiveRecords(new DocumentItemStore(database), bmcs, events, new WriterTurn());
        ipmi = new IpmiConversations(ClientOptions.defaults().withTimeouts(Duration.ofMillis(400), 3));
        operations = new StoredOperations(new JpaOperationStore(database), events);
        audit = new RecordAudit(records, new DocumentDeviationStore(database), operations, events,
                new JpaAuditLog(database), new JpaSettingsStore(database), InstantSource.system(), Duration.ZERO);
        audit.addSource(new BmcEvidence(bmcs, new IpmiBmcDriver(ipmi), vault, events));
        credential = vault.keep(options.user(), Secret.of(options.password())).id();
        recordPlaces();
    }

    private void recordPlaces() throws Problem {
        var edits = new ArrayList<Edit>();
        var idc = UUID.randomUUID();
        var room = UUID.randomUUID();
        edits.add(new Edit.Put(Items.with(Items.blank(Kind.IDC, idc), Map.of("name", "Lab"))));
        edits.add(new Edit.Put(Items.with(Items.blank(Kind.ROOM, room), Map.of("name", "Room", "idc",
                idc.toString()))));
        for (RackPlan rack : lab.plan().racks()) {
            racks.put(rack.name(), UUID.randomUUID());
            edits.add(new Edit.Put(Items.with(Items.blank(Kind.RACK, racks.get(rack.name())),
                    Map.of("name", rack.name(), "room", room.toString(), "heightUnits", "42"))));
        }
        records.commit("places", "", edits);
    }

    /** A server as it was delivered. */
    Server asDelivered(ServerPlan plan) {
        return new Server(UUID.randomUUID(), 0, plan.name(), plan.serial(), Optional.of(plan.assetTag()),
                plan.hardware().manufacturer().displayName(), plan.hardware().model(), plan.owner(),
                Optional.of(new Mounting(racks.get(plan.rack().name()), plan.lowestUnit(),
                        plan.hardware().heightUnits(), Face.FRONT)),
                LifecycleState.DISCOVERED);
    }

    void record(List<Server> servers) throws Problem {
        records.commit("servers", "", servers.stream().<Edit>map(Edit.Put::new).toList());
    }

    /** Records where the BMC of a server is to answer. */
    void recordAddress(Server server, String address) throws Problem {
        var port = new Port(UUID.randomUUID(), 0, server.id(), "bmc", PortKind.NETWORK, "1000base-t",
                OptionalInt.empty(), Optional.empty(), Optional.empty(), true, Optional.empty(), OptionalInt.empty(),
                OptionalInt.empty(), "", Map.of(), Map.of());
        var held = (IpAddress) Items.with(Items.blank(Kind.IP_ADDRESS, UUID.randomUUID()),
                Map.of("address", address, "state", AddressState.ASSIGNED.name(), "holder", port.id().toString()));
        records.commit("address", "", List.of(new Edit.Put(port), new Edit.Put(held)));
    }

    /** Makes the BMC of a lab server known, as a discovery that found it as delivered would have. */
    void know(ServerPlan plan, Optional<UUID> server) throws Problem {
        var factory = org.dcos.lab.bmc.FruTexts.of(plan);
        bmcs.save(new Bmc(UUID.randomUUID(), 0, address(plan.number()), PORT, credential, server,
                Optional.of(new BmcIdentity("", "", factory.manufacturer(), factory.model(), factory.serial(),
                        factory.assetTag(), factory.boardSerial(), factory.serial())),
                Optional.of(Instant.now())));
    }

    String address(int number) {
        return lab.bmc(number).address().getAddress().getHostAddress();
    }

    String point(int number) {
        return address(number) + ":" + PORT;
    }

    AuditRun run() throws Exception {
        audit.start();
        AuditRun run = ended.poll(120, TimeUnit.SECONDS);
        if (run == null) {
            throw new AssertionError("the audit did not end within two minutes");
        }
        return run;
    }

    /** Kind and names, in an order of their own: {@code SWAPPED srv-a, srv-b}. */
    static String words(Deviation one) {
        return one.kind() + " " + Arrays.stream(one.what().split(", ")).sorted().collect(Collectors.joining(", "));
    }

    List<Deviation> due() {
        return audit.deviations(DeviationFilter.DUE, PageRequest.ALL).items();
    }

    List<Unseen> unseen(AuditRun run) throws Problem {
        return audit.unseen(run.id(), PageRequest.ALL).items();
    }

    @Override
    public void close() {
        audit.close();
        ipmi.close();
        operations.close();
        database.close();
        lab.close();
    }
}
