package org.dcos.server.oob.serial;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.access.Caller;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.audit.AuditLog;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcSol;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.bmc.CredentialVault;
import org.dcos.domain.cmdb.Inventory;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.problem.Unavailable;
import org.dcos.domain.serial.SerialConsole;
import org.dcos.domain.serial.SerialConsoles;
import org.dcos.domain.serial.SerialOutput;
import org.dcos.server.oob.Endpoints;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Consoles over Serial over LAN. One server has one; who opens it again joins. */
@Component(service = SerialConsoles.class)
public final class SolConsoles implements SerialConsoles {

    private static final Logger LOG = LoggerFactory.getLogger(SolConsoles.class);
    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final long LOOK_SECONDS = 30;
    private static final int MOST_OPEN = 64;

    private final Inventory inventory;
    private final Endpoints endpoints;
    private final BmcSol sol;
    private final AuditLog audit;
    private final InstantSource clock;
    private final Map<UUID, OpenConsole> consoles = new ConcurrentHashMap<>();
    private final ScheduledExecutorService closer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("serial-consoles").factory());

    @Activate
    public SolConsoles(@Reference Inventory inventory, @Reference BmcStore bmcs, @Reference CredentialVault vault,
            @Reference BmcSol sol, @Reference AuditLog audit) {
        this(inventory, new Endpoints(bmcs, vault), sol, audit, InstantSource.system());
    }

    SolConsoles(Inventory inventory, Endpoints endpoints, BmcSol sol, AuditLog audit, InstantSource clock) {
        this.inventory = inventory;
        this.endpoints = endpoints;
        this.sol = sol;
        this.audit = audit;
        this.clock = clock;
        closer.scheduleWithFixedDelay(this::closeIdle, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    public void close() {
        closer.shutdownNow();
        consoles.values().forEach(console -> console.end("The server-core is stopping."));
        consoles.clear();
    }

    /** Ends those that nobody watches, and forgets those that ended a while ago. */
    void closeIdle() {
        try {
            var moment = clock.instant().minus(IDLE);
            for (var console : List.copyOf(consoles.values())) {
                if (console.idleSince(moment)) {
                    console.end("Nobody watched it for %d minutes.".formatted(IDLE.toMinutes()));
                    consoles.remove(console.id());
                }
            }
        } catch (RuntimeException e) { // else it would never run again
            LOG.error("Closing consoles that nobody watches broke off", e);
        }
    }

    @Override
    public Page<SerialConsole> consoles(PageRequest page) {
        var all = consoles.values().stream().filter(OpenConsole::open)
                .sorted(Comparator.comparing(OpenConsole::opened).reversed()).map(OpenConsole::told).toList();
        return new Page<>(all.stream().skip(page.offset()).limit(page.limit()).toList(), page.offset(), all.size());
    }

    @Override
    public SerialConsole console(UUID id) throws NotFound {
        return found(id).told();
    }

    private OpenConsole found(UUID id) throws NotFound {
        return Optional.ofNullable(consoles.get(id)).orElseThrow(() -> NotFound.of("serial console", id));
    }

    @Override
    public SerialConsole open(UUID serverId, boolean takeOver) throws Problem {
        var server = inventory.server(serverId);
        var endpoint = endpoints.of(serverId).orElseThrow(() -> new Conflict(
                "%s has no known BMC. Run the discovery for its address first.".formatted(server.name())));
        OpenConsole console;
        synchronized (consoles) {
            var open = consoles.values().stream()
                    .filter(one -> one.server().equals(serverId) && one.open()).findFirst();
            if (open.isPresent()) {
                return open.get().told();
            }
            if (consoles.values().stream().filter(OpenConsole::open).count() >= MOST_OPEN) {
                throw new Conflict("%d serial consoles are open, which is the most. Close one first."
                        .formatted(MOST_OPEN));
            }
            console = new OpenConsole(server, Caller.current().name(), clock);
            consoles.put(console.id(), console);
        }
        try {
            console.over(sol.open(endpoint, takeOver, console));
        } catch (BmcFailure e) {
            consoles.remove(console.id());
            console.end(e.getMessage());
            throw e.kind() == BmcFailure.Kind.REFUSED && !takeOver ? new Conflict(
                    "The BMC of %s does not open its serial console: %s Take it over if somebody else has it open."
                            .formatted(server.name(), e.getMessage()))
                    : new Unavailable(e.getMessage());
        } catch (InterruptedException e) {
            consoles.remove(console.id());
            console.end("It was broken off.");
            Thread.currentThread().interrupt();
            throw new Unavailable("Opening the serial console of %s was broken off.".formatted(server.name()));
        }
        write("serial.open", server, "Opened the serial console of " + server.name());
        return console.told();
    }

    @Override
    public SerialOutput output(UUID id, long from, Duration wait) throws Problem {
        if (from < 0 || wait.isNegative() || wait.compareTo(LONGEST_WAIT) > 0) {
            throw Invalid.field("wait", "Wait between 0 and 20 seconds, from a place that is not negative.");
        }
        try {
            return found(id).output(from, wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("The server-core is stopping.");
        }
    }

    @Override
    public SerialConsole claim(UUID id, boolean takeAway) throws Problem {
        var console = found(id);
        if (!console.claim(Caller.current().name(), takeAway)) {
            throw new Conflict("%s writes to this console. Ask for the pen, or take it away."
                    .formatted(console.told().writer().orElse("")));
        }
        return console.told();
    }

    @Override
    public SerialConsole release(UUID id) throws Problem {
        var console = found(id);
        console.release(Caller.current().name());
        return console.told();
    }

    @Override
    public void write(UUID id, byte[] bytes) throws Problem {
        if (bytes.length > MAX_WRITE) {
            throw Invalid.field("body", "%,d bytes are too many at once; send at most %,d.".formatted(bytes.length,
                    MAX_WRITE));
        }
        send(id, line -> line.send(bytes));
    }

    @Override
    public void sendBreak(UUID id) throws Problem {
        send(id, BmcSol.Line::sendBreak);
    }

    /** What is done with a line. */
    private interface Sending {
        void over(BmcSol.Line line) throws IOException, InterruptedException;
    }

    private void send(UUID id, Sending sending) throws Problem {
        var console = found(id);
        if (!console.writes(Caller.current().name())) {
            throw new Conflict("Take the pen before you write to this console.");
        }
        var line = console.line().orElseThrow(() -> new Conflict("This console has ended: %s"
                .formatted(console.told().ended().orElse(""))));
        try {
            sending.over(line);
        } catch (IOException e) {
            throw new Unavailable("The BMC did not take what was typed: %s".formatted(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("The server-core is stopping.");
        }
    }

    @Override
    public void close(UUID id) throws Problem {
        var console = found(id);
        console.end("%s closed it.".formatted(Caller.current().name()));
        write("serial.close", inventory.server(console.server()),
                "Closed the serial console of " + console.told().serverName());
    }

    private void write(String action, Server server, String what) {
        var caller = Caller.current();
        audit.append(new AuditEntry(0, clock.instant(), caller.name(), caller.origin(), action,
                Optional.of(server.id()), what, ""));
    }

    /** For tests: all that are held. */
    List<OpenConsole> held() {
        return new ArrayList<>(consoles.values());
    }
}
