package org.dcos.server.oob.redfish;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcProtocol;
import org.dcos.domain.bmc.BmcProtocol.Redfish;
import org.dcos.domain.bmc.BmcProtocolStore;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.bmc.BmcTrouble;
import org.dcos.domain.bmc.BmcTrouble.Cause;
import org.dcos.net.redfish.client.Fingerprint;
import org.dcos.net.redfish.client.Greeting;
import org.dcos.net.redfish.client.RedfishClient;
import org.dcos.net.redfish.client.RedfishConnection;
import org.dcos.net.redfish.client.RedfishException;
import org.dcos.net.redfish.client.RedfishLogin;
import org.dcos.net.redfish.client.RedfishOptions;
import org.dcos.net.redfish.client.RedfishTarget;
import org.dcos.net.redfish.client.Urgency;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The conversations with all BMCs over Redfish, and which BMC has it. A BMC is asked when it is recognised, without a
 * login; the answer is kept with the certificate that it showed, and from then on no other certificate gets a password.
 */
@Component(service = RedfishConversations.class)
public final class RedfishConversations {

    private static final Logger LOG = LoggerFactory.getLogger(RedfishConversations.class);

    /** The usual port, and the one of services that may not have it. */
    private static final List<Integer> PORTS = List.of(RedfishTarget.DEFAULT_PORT, 8_443);
    private static final Duration GREETING = Duration.ofSeconds(4);
    private static final Duration KNOCK = Duration.ofSeconds(2);
    /** TLS is work here too: of hundreds at once, all would wait longer than a greeting may take. */
    private static final int GREETED_AT_ONCE = 16;

    private final BmcProtocolStore store;
    private final BmcStore bmcs;
    private final RedfishClient client;
    private final InstantSource clock = InstantSource.system();
    private final Map<Place, BmcProtocol> known = new ConcurrentHashMap<>();
    private final Map<RedfishTarget, Fingerprint> pins = new ConcurrentHashMap<>();
    private final Semaphore greetings = new Semaphore(GREETED_AT_ONCE, true);

    private record Place(String address, int port) {}

    /** What is said in one conversation. */
    interface Talk<R> {
        R with(RedfishConnection connection) throws RedfishException, InterruptedException;
    }

    @Activate
    public RedfishConversations(@Reference BmcProtocolStore store, @Reference BmcStore bmcs) {
        this(store, bmcs, RedfishOptions.defaults());
    }

    /** With other waits than the usual ones. */
    public RedfishConversations(BmcProtocolStore store, BmcStore bmcs, RedfishOptions options) {
        this.store = store;
        this.bmcs = bmcs;
        store.protocols().forEach(this::remember);
        // Without a pin a service is only greeted: there is nothing to give away.
        this.client = new RedfishClient(options, (target, shown) -> pins.getOrDefault(target, shown));
    }

    @Deactivate
    public void close() {
        client.close();
    }

    private void remember(BmcProtocol protocol) {
        known.put(new Place(protocol.address(), protocol.port()), protocol);
        protocol.redfish().ifPresent(redfish -> {
            try {
                pins.put(new RedfishTarget(protocol.address(), redfish.port()),
                        new Fingerprint(redfish.certificate()));
            } catch (IllegalArgumentException e) {
                LOG.error("What is kept of the BMC {} cannot be read; it is spoken with over IPMI until it is "
                        + "discovered again", protocol.address(), e);
                known.remove(new Place(protocol.address(), protocol.port()));
            }
        });
    }

    /** Whether that BMC is known to have Redfish. */
    public boolean has(String address, int port) {
        return redfish(address, port).isPresent();
    }

    /** The TCP port of its Redfish service, where it is known to have one. */
    public Optional<Integer> portOf(String address, int port) {
        return redfish(address, port).map(Redfish::port);
    }

    private Optional<Redfish> redfish(String address, int port) {
        return Optional.ofNullable(known.get(new Place(address, port))).flatMap(BmcProtocol::redfish);
    }

    /**
     * Asks a BMC that is being recognised, unless it is known to have Redfish. What was behind an address that has no
     * record, such as one that is only lent, does not count: it is another machine each time.
     */
    public boolean ask(String address, int port) throws InterruptedException {
        boolean recorded = bmcs.byAddress(address, port).isPresent();
        if (recorded && has(address, port)) {
            return true;
        }
        if (!recorded) {
            drop(address, port);
        }
        Optional<Redfish> found = Optional.empty();
        for (int tcp : PORTS) {
            Door door = Door.at(address, tcp, KNOCK);
            if (door == Door.OPEN) {
                found = greet(new RedfishTarget(address, tcp));
            }
            if (found.isPresent() || door == Door.SILENT) {
                break;
            }
        }
        var answer = new BmcProtocol(address, port, found, clock.instant());
        known.put(new Place(address, port), answer);
        store.keep(answer);
        return found.isPresent();
    }

    private Optional<Redfish> greet(RedfishTarget target) throws InterruptedException {
        try {
            var certificate = greeting(target).certificate();
            pins.put(target, certificate);
            return Optional.of(new Redfish(target.port(), certificate.text()));
        } catch (RedfishException e) {
            LOG.debug("No Redfish at {}", target, e);
            return Optional.empty();
        }
    }

    /** Whether another BMC at this address, by its UDP port, has this service. */
    private boolean knownElsewhere(RedfishTarget target) {
        return known.values().stream().anyMatch(protocol -> protocol.address().equals(target.host())
                && protocol.redfish().filter(redfish -> redfish.port() == target.port()).isPresent());
    }

    /**
     * Whether a Redfish service answers there; nothing is kept of it. Where nobody takes a connection it is the answer
     * after {@code wait}; who takes one has the time that TLS and an answer take an old BMC.
     */
    public boolean answers(String address, Duration wait) throws InterruptedException {
        for (int port : PORTS) {
            switch (Door.at(address, port, wait)) {
                case OPEN -> {
                    if (isRedfish(new RedfishTarget(address, port))) {
                        return true;
                    }
                }
                case CLOSED -> {}
                case SILENT -> {
                    return false;
                }
            }
        }
        return false;
    }

    private Greeting greeting(RedfishTarget target) throws RedfishException, InterruptedException {
        greetings.acquire();
        try {
            return client.greet(target, GREETING);
        } finally {
            greetings.release();
        }
    }

    private boolean isRedfish(RedfishTarget target) throws InterruptedException {
        try {
            greeting(target);
            return true;
        } catch (RedfishException _) {
            return false;
        }
    }

    /** Ends the session; of a BMC that has no record any more nothing is known either. */
    public void forget(String address, int port) {
        try {
            for (int tcp : redfish(address, port).map(redfish -> List.of(redfish.port())).orElse(PORTS)) {
                client.forget(new RedfishTarget(address, tcp));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        if (bmcs.byAddress(address, port).isEmpty()) {
            drop(address, port);
        }
    }

    private void drop(String address, int port) {
        var before = known.remove(new Place(address, port));
        if (before == null) {
            return;
        }
        before.redfish().map(redfish -> new RedfishTarget(address, redfish.port()))
                .filter(target -> !knownElsewhere(target)).ifPresent(pins::remove);
        store.forget(address, port);
    }

    <R> R talk(BmcEndpoint bmc, Urgency urgency, Talk<R> talk) throws BmcFailure, InterruptedException {
        int port = redfish(bmc.address(), bmc.port()).map(Redfish::port)
                .orElseThrow(() -> new BmcFailure(BmcFailure.Kind.SILENT,
                        "The BMC at %s was forgotten in this moment. Try again.".formatted(bmc.address()),
                        new BmcTrouble(bmc.address(), bmc.port(), new Cause.NotSent()),
                        new IllegalStateException("no Redfish service is known")));
        char[] password = bmc.password().reveal();
        try {
            return talk.with(client.connect(new RedfishTarget(bmc.address(), port),
                    RedfishLogin.of(bmc.user(), password), urgency));
        } catch (RedfishException e) {
            throw Failures.of(bmc, port, e);
        } finally {
            Arrays.fill(password, '\0');
        }
    }
}
