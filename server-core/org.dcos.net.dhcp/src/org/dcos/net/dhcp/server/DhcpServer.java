package org.dcos.net.dhcp.server;

import java.io.IOException;
import java.net.Inet4Address;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import org.dcos.net.dhcp.engine.Answer;
import org.dcos.net.dhcp.engine.Arrival;
import org.dcos.net.dhcp.engine.DhcpEngine;
import org.dcos.net.dhcp.engine.ProbeFinding;
import org.dcos.net.dhcp.engine.Reaction;
import org.dcos.net.dhcp.journal.LeaseJournal;
import org.dcos.net.dhcp.lease.Lease;
import org.dcos.net.dhcp.lease.LeaseEvent;
import org.dcos.net.dhcp.socket.SocketFailed;
import org.dcos.net.dhcp.subnet.Configuration;
import org.dcos.net.dhcp.wire.Ipv4;
import org.dcos.net.dhcp.wire.MalformedMessage;
import org.dcos.net.dhcp.wire.Message;
import org.dcos.net.dhcp.wire.MessageType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves DHCP on the interfaces of its configuration. A thread for each interface hears, the engine decides under a
 * lock, the journal's thread sends what has to be on disk first. Whoever starts it closes it.
 */
public final class DhcpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DhcpServer.class);

    /** How soon it ends after it is told to, and how often it looks for what has ended. */
    private static final int PATIENCE_MILLIS = 200;

    /** Messages that are looked at together. */
    private static final int TOGETHER = 256;

    private final LeaseJournal journal;
    private final ConflictProbe probe;
    private final ServerListener listener;
    private final InstantSource clock;
    private final DhcpEngine engine;
    private final ReentrantLock deciding = new ReentrantLock();
    private final Map<String, InterfacePort> ports = new HashMap<>();
    private final List<Thread> readers = new ArrayList<>();
    private final ScheduledExecutorService ticks = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("dhcp-ticks").factory());
    private final LongAdder received = new LongAdder();
    private final LongAdder malformed = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LongAdder unsent = new LongAdder();
    private volatile boolean closed;

    private DhcpServer(Configuration configuration, LeaseJournal journal, ConflictProbe probe,
            ServerListener listener, InstantSource clock) {
        this.journal = journal;
        this.probe = probe;
        this.listener = listener;
        this.clock = clock;
        engine = new DhcpEngine(configuration, journal.leases());
    }

    /**
     * Serves from now on.
     *
     * @param journal is closed with the server, and at once if it does not start
     * @throws IOException if an interface is not there or its port cannot be had: {@link PortRefused} says what to do
     */
    public static DhcpServer start(Configuration configuration, LeaseJournal journal, ConflictProbe probe,
            ServerListener listener, InstantSource clock) throws IOException {
        var server = new DhcpServer(configuration, journal, probe, listener, clock);
        try {
            for (var one : configuration.interfaces().entrySet()) {
                server.ports.put(one.getKey(), InterfacePort.open(one.getKey(), one.getValue()));
            }
        } catch (IOException e) {
            server.close();
            throw e;
        }
        server.ports.values().forEach(port -> server.readers
                .add(Thread.ofPlatform().name("dhcp-" + port.name()).start(() -> server.read(port))));
        server.ticks.scheduleWithFixedDelay(server::tick, PATIENCE_MILLIS, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        return server;
    }

    /**
     * Serves by another configuration from now on, on the same interfaces; leases stay.
     *
     * @throws IllegalArgumentException if the interfaces are not the same: that takes a new server
     */
    public void configure(Configuration configuration) {
        if (!configuration.interfaces().keySet().equals(ports.keySet())) {
            throw new IllegalArgumentException("serving on %s cannot become serving on %s: start a new server"
                    .formatted(ports.keySet(), configuration.interfaces().keySet()));
        }
        deciding.lock();
        try {
            engine.configure(configuration);
        } finally {
            deciding.unlock();
        }
    }

    /**
     * Finds out whether the port of an interface could be had, for one that is not served.
     *
     * @throws IOException as of {@link #start}
     */
    public static void check(String networkInterface) throws IOException {
        InterfacePort.open(networkInterface, Ipv4.NONE).close();
    }

    /**
     * Ends the lease or the quarantine of an address, whose client is not told.
     *
     * @return the lease as it will be on disk in a moment; empty where there is none
     */
    public Optional<Lease> release(Inet4Address address) throws InterruptedException {
        var ended = new AtomicReference<Optional<Lease>>(Optional.empty());
        decide(() -> {
            var answer = engine.release(address, clock.instant());
            ended.set(answer.events().stream().filter(LeaseEvent::isDurable).map(LeaseEvent::lease)
                    .filter(it -> it.address().equals(address)).findFirst());
            return answer;
        });
        return ended.get();
    }

    /** All that is remembered at this moment. */
    public List<Lease> leases() {
        deciding.lock();
        try {
            return engine.leases();
        } finally {
            deciding.unlock();
        }
    }

    public Traffic traffic() {
        return new Traffic(received.sum(), malformed.sum(), sent.sum(), unsent.sum());
    }

    /** Why no client gets a lease at present, in words for an operator; empty when all is well. */
    public Optional<String> problem() {
        return journal.problem();
    }

    private void read(InterfacePort port) {
        boolean more = false;
        while (!closed) {
            try {
                if (!more) {
                    port.await(PATIENCE_MILLIS);
                }
                var heard = hear(port);
                more = heard.size() >= TOGETHER;
                for (var one : heard) {
                    decide(() -> engine.handle(one.message, one.arrival, clock.instant()));
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                LOG.error("a DHCP message was not answered for a mistake of this program", e);
            }
        }
    }

    private record Heard(Message message, Arrival arrival) {}

    /** What is there, new clients last: under too much load those are served who have an offer already. */
    private List<Heard> hear(InterfacePort port) {
        var first = new ArrayList<Heard>();
        var last = new ArrayList<Heard>();
        for (var datagram = port.receive(); datagram.isPresent(); datagram = port.receive()) {
            received.increment();
            try {
                var message = Message.decode(datagram.get().octets(), datagram.get().length());
                boolean isNew = message.type().equals(Optional.of(MessageType.DISCOVER));
                (isNew ? last : first).add(new Heard(message, new Arrival(port.name(), datagram.get().source())));
            } catch (MalformedMessage e) {
                malformed.increment();
                LOG.debug("from {} on {}: {}", datagram.get().source(), port.name(), e.getMessage());
            }
            if (first.size() + last.size() >= TOGETHER) {
                break;
            }
        }
        first.addAll(last);
        return first;
    }

    private void tick() {
        try {
            decide(() -> Answer.ofEnded(engine.tick(clock.instant())));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("ended DHCP leases were not told for a mistake of this program", e);
        }
    }

    private interface Decision {
        Answer decide();
    }

    /** In the order of the decisions, what has to be on disk gets there. */
    private void decide(Decision decision) throws InterruptedException {
        Answer answer;
        List<Lease> changed;
        deciding.lock();
        try {
            if (closed) {
                return;
            }
            answer = decision.decide();
            changed = answer.events().stream().filter(LeaseEvent::isDurable).map(LeaseEvent::lease).toList();
            if (!changed.isEmpty()) {
                journal.write(changed, () -> carryOut(answer));
            }
        } finally {
            deciding.unlock();
        }
        if (changed.isEmpty()) {
            carryOut(answer);
        }
    }

    private void carryOut(Answer answer) {
        switch (answer.reaction()) {
            case Reaction.Send send -> send(send);
            case Reaction.Probe(var address, var networkInterface) -> ask(address, networkInterface);
            case Reaction.Elsewhere(var server, var networkInterface) -> listener.otherServerSeen(networkInterface,
                    server);
            case Reaction.Silence(var reason) -> LOG.debug("no answer: {}", reason);
        }
        answer.events().forEach(listener::leaseChanged);
    }

    private void send(Reaction.Send answer) {
        try {
            ports.get(answer.networkInterface()).send(answer);
            sent.increment();
        } catch (SocketFailed e) {
            unsent.increment();
            LOG.debug("an answer to {} on {} was not sent: {}", answer.destination(), answer.networkInterface(),
                    e.getMessage());
        }
    }

    private void ask(Inet4Address address, String networkInterface) {
        probe.ask(address, networkInterface, finding -> probed(address, finding));
    }

    private void probed(Inet4Address address, ProbeFinding finding) {
        try {
            decide(() -> engine.probed(address, finding, clock.instant()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers what it has heard, and ends. */
    @Override
    public void close() throws IOException {
        closed = true;
        ticks.shutdownNow();
        try {
            ticks.awaitTermination(1, TimeUnit.MINUTES);
            for (var reader : readers) {
                reader.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        journal.close();
        deciding.lock();
        try {
            ports.values().forEach(InterfacePort::close);
        } finally {
            deciding.unlock();
        }
    }
}
