package org.dcos.net.dhcp.engine;

import java.net.Inet4Address;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.dcos.net.dhcp.lease.ClientKey;
import org.dcos.net.dhcp.lease.Lease;
import org.dcos.net.dhcp.lease.LeaseEvent;
import org.dcos.net.dhcp.lease.LeaseState;
import org.dcos.net.dhcp.subnet.Configuration;
import org.dcos.net.dhcp.wire.Ipv4;
import org.dcos.net.dhcp.wire.LeaseOption;
import org.dcos.net.dhcp.wire.Message;
import org.dcos.net.dhcp.wire.MessageType;
import org.dcos.net.dhcp.wire.RelayInformation;

/**
 * Answers as a DHCP server has to (RFC 2131 §4.3), with leases and offers as its state. Time comes in with each call;
 * sending, probing and writing to disk are what the answers ask for. Not for several threads at once.
 *
 * <p>It answers on the interfaces and about the subnets of its configuration only: all else is silence.
 */
public final class DhcpEngine {

    /** More relays than a message may have passed (RFC 1542 §4.1.1). */
    private static final int MOST_HOPS = 16;

    /** Octets of an option in one part. */
    private static final int LONGEST_OPTION = 255;

    private Configuration configuration;
    private List<ServedSubnet> subnets;
    private LeaseBook book;
    private Replies replies;
    private Choice choice;

    /** @param leases as they were when the server ended */
    public DhcpEngine(Configuration configuration, Collection<Lease> leases) {
        this.configuration = configuration;
        subnets = configuration.subnets().stream().map(ServedSubnet::new).toList();
        var kept = new HashSet<>(configuration.interfaces().values());
        configuration.subnets().forEach(it -> it.reservations().forEach(one -> kept.add(one.address())));
        book = new LeaseBook(subnets.stream().flatMap(it -> it.pools().stream()).toList(), kept);
        leases.forEach(book::put);
        replies = new Replies(configuration);
        choice = new Choice(configuration, book);
    }

    /** From now on it serves as told here. Leases stay, offers end. */
    public void configure(Configuration other) {
        var next = new DhcpEngine(other, book.all());
        configuration = next.configuration;
        subnets = next.subnets;
        book = next.book;
        replies = next.replies;
        choice = next.choice;
    }

    /** All that is remembered, in no order. */
    public List<Lease> leases() {
        return book.all();
    }

    /** Offers that no client has taken yet. */
    public int openOffers() {
        return book.openOffers();
    }

    public Answer handle(Message message, Arrival arrival, Instant now) {
        if (message.op() != Message.Op.REQUEST || message.hops() > MOST_HOPS) {
            return Answer.silence(Reason.NOT_FOR_SERVERS);
        }
        if (!configuration.interfaces().containsKey(arrival.networkInterface())) {
            return Answer.silence(Reason.NOT_SERVED);
        }
        if (message.type().isEmpty()) {
            return Answer.silence(Reason.INCOMPLETE);
        }
        if (isLong(message, LeaseOption.ClientIdentifier.CODE) || isLong(message, LeaseOption.RelayAgent.CODE)) {
            return Answer.silence(Reason.TOO_LONG);
        }
        var ended = tick(now);
        var type = message.type().get();
        if (type == MessageType.LEASE_QUERY) {
            return new LeaseQuery(configuration, subnets, book).answer(message, arrival, now).after(ended);
        }
        var key = ClientKey.of(message);
        if (key.isEmpty()) {
            return Answer.silence(Reason.INCOMPLETE).after(ended);
        }
        var client = Client.of(message, arrival, key.get(), configuration, subnetsOf(message, arrival));
        var answer = switch (type) {
            case DISCOVER -> discover(client, now);
            case REQUEST -> request(client, now);
            case DECLINE -> decline(client, now);
            case RELEASE -> release(client, now);
            case INFORM -> inform(client);
            case OFFER, ACK, NAK, LEASE_QUERY, LEASE_UNASSIGNED, LEASE_UNKNOWN, LEASE_ACTIVE -> Answer
                    .silence(Reason.NOT_FOR_SERVERS);
        };
        return answer.after(ended);
    }

    private static boolean isLong(Message message, int code) {
        return message.options().find(code).filter(it -> it.payload().length > LONGEST_OPTION).isPresent();
    }

    /** What ended by now: offers silently, leases by events. To be called now and then, for nobody may ask. */
    public List<LeaseEvent> tick(Instant now) {
        book.endOffersUntil(now);
        return book.endUntil(now).stream().map(it -> new LeaseEvent(LeaseEvent.Kind.EXPIRED,
                it.become(LeaseState.EXPIRED, it.until()), now)).toList();
    }

    /**
     * Ends the lease or the quarantine of an address on somebody's order; the client is not told. No events where
     * there is neither.
     */
    public Answer release(Inet4Address address, Instant now) {
        var ended = tick(now);
        return book.lease(address).filter(it -> it.isBound(now) || it.isBarred(now))
                .map(it -> end(it, LeaseState.RELEASED, LeaseEvent.Kind.RELEASED, now, now))
                .orElse(Answer.silence(Reason.TAKEN_NOTE)).after(ended);
    }

    /** Goes on with the client that waits for the probe of an address. */
    public Answer probed(Inet4Address address, ProbeFinding finding, Instant now) {
        var offer = book.offer(address).filter(it -> it.pending().isPresent());
        if (offer.isEmpty()) {
            return Answer.silence(Reason.TAKEN_NOTE); // it took too long, or is of another time
        }
        var waiting = offer.get().pending().get();
        if (finding instanceof ProbeFinding.Used(var by)
                && !by.equals(Optional.of(waiting.message().hardware()))) { // its own answer is no conflict
            book.endOffer(address);
            var lease = new Lease(address, LeaseState.DECLINED, offer.get().client(), offer.get().hardware(),
                    subnetOf(address).map(it -> it.subnet().name()).orElse(""), now, now,
                    now.plus(configuration.limits().quarantine()), waiting.message().relay(),
                    Lease.told(waiting.message()));
            book.put(lease);
            return handle(waiting.message(), waiting.arrival(), now)
                    .after(List.of(new LeaseEvent(LeaseEvent.Kind.CONFLICT, lease, now)));
        }
        book.settle(new Offer(address, offer.get().client(), offer.get().hardware(), offer.get().until(),
                Optional.empty()));
        return handle(waiting.message(), waiting.arrival(), now);
    }

    /** In which subnets a client is, by what its relay says, else by the interface; of several any will do. */
    private List<ServedSubnet> subnetsOf(Message message, Arrival arrival) {
        var link = Client.relayInformation(message).flatMap(it -> it.address(RelayInformation.LINK_SELECTION))
                .filter(_ -> !Ipv4.isNone(message.relay()));
        if (link.isPresent()) {
            return subnets.stream().filter(it -> it.subnet().network().contains(link.get())).toList();
        }
        if (!Ipv4.isNone(message.relay())) {
            return subnets.stream().filter(it -> it.subnet().isBehind(message.relay())).toList();
        }
        var attached = subnets.stream().filter(it -> it.subnet().isAttachedTo(arrival.networkInterface())).toList();
        // one that has an address elsewhere renews it without its relay (RFC 2131 §4.3.2)
        var own = subnetOf(message.clientAddress()).filter(_ -> arrival.source().equals(message.clientAddress()));
        return own.isPresent() && !attached.contains(own.get()) ? List.of(own.get()) : attached;
    }

    private Optional<ServedSubnet> subnetOf(Inet4Address address) {
        return subnets.stream().filter(it -> it.subnet().network().contains(address)).findFirst();
    }

    private Answer discover(Client client, Instant now) {
        if (client.subnets().isEmpty()) {
            return Answer.silence(Reason.NOT_SERVED);
        }
        var chosen = choice.forDiscover(client, now);
        if (chosen.isEmpty()) {
            return Answer.silence(Reason.NO_ADDRESS_LEFT);
        }
        var address = chosen.get().address();
        var held = book.offer(address).filter(it -> it.client().equals(client.key()));
        boolean bound = book.lease(address).filter(it -> it.isBound(now)).isPresent(); // to it, or to its machine
        if (!bound && held.isEmpty()) {
            if (isGreedy(client, now)) {
                return Answer.silence(Reason.TOO_MANY_OF_ONE_CLIENT);
            }
            var waiting = configuration.probing()
                    ? Optional.of(new Offer.Pending(client.message(), client.arrival()))
                    : Optional.<Offer.Pending>empty();
            book.put(new Offer(address, client.key(), client.message().hardware(),
                    now.plus(configuration.limits().offerHold()), waiting), configuration.limits().openOffers());
            if (waiting.isPresent()) {
                return Answer.of(new Reaction.Probe(address, client.arrival().networkInterface()));
            }
        }
        if (held.flatMap(Offer::pending).isPresent()) {
            book.settle(new Offer(address, client.key(), client.message().hardware(), held.get().until(),
                    Optional.of(new Offer.Pending(client.message(), client.arrival()))));
            return Answer.silence(Reason.BEING_PROBED);
        }
        return Answer.of(replies.with(MessageType.OFFER, client, chosen.get().subnet().subnet(),
                chosen.get().reservation(), address, Optional.of(chosen.get().duration(client))));
    }

    /** Whether its hardware address has all that one may have, under whatever identifiers. */
    private boolean isGreedy(Client client, Instant now) {
        var hardware = client.message().hardware();
        if (hardware.octets().length() == 0) {
            return false; // a network without hardware addresses in messages (RFC 4390 §2.1)
        }
        long own = book.leasesOf(hardware).stream().filter(it -> it.isBound(now)).count();
        long offered = book.offersOf(hardware) - book.offerOf(client.key()).stream().count();
        return own + offered >= configuration.limits().perHardware();
    }

    private Answer request(Client client, Instant now) {
        var message = client.message();
        var server = client.option(LeaseOption.ServerIdentifier.class).map(LeaseOption.ServerIdentifier::address);
        if (server.isPresent() && Ipv4.isNone(message.clientAddress()) && !isOurs(client, server.get())) {
            book.offerOf(client.key()).ifPresent(it -> book.endOffer(it.address()));
            return Answer.of(new Reaction.Elsewhere(server.get(), client.arrival().networkInterface()));
        }
        if (client.subnets().isEmpty()) {
            return Answer.silence(Reason.NOT_SERVED);
        }
        var address = Ipv4.isNone(message.clientAddress()) ? client.requested().orElse(Ipv4.NONE)
                : message.clientAddress();
        if (Ipv4.isNone(address)) {
            return Answer.silence(Reason.INCOMPLETE);
        }
        return switch (choice.forRequest(client, address, now)) {
            case Choice.Granted(var chosen) -> isGreedy(client, now) && isNew(client, address, now)
                    ? Answer.silence(Reason.TOO_MANY_OF_ONE_CLIENT)
                    : bind(client, chosen, now);
            case Choice.Refused(var why) -> server.isPresent() && Ipv4.isNone(message.clientAddress())
                    || client.subnets().stream().allMatch(it -> it.subnet().authoritative())
                            ? Answer.of(Replies.refusal(client, why))
                            : Answer.silence(Reason.NOT_AUTHORITATIVE);
        };
    }

    private boolean isNew(Client client, Inet4Address address, Instant now) {
        return book.lease(address).filter(it -> client.has(it) && it.isBound(now)).isEmpty()
                && book.offer(address).isEmpty();
    }

    private boolean isOurs(Client client, Inet4Address server) {
        return server.equals(client.identifier()) || configuration.interfaces().containsValue(server);
    }

    private Answer bind(Client client, Choice.Chosen chosen, Instant now) {
        var address = chosen.address();
        var earlier = book.lease(address).filter(it -> client.has(it) && it.isBound(now));
        var duration = chosen.duration(client);
        var lease = new Lease(address, LeaseState.BOUND, client.key(), client.message().hardware(),
                chosen.subnet().subnet().name(), earlier.map(Lease::since).orElse(now), now, now.plus(duration),
                client.message().relay(), Lease.told(client.message()));
        book.endOffer(address);
        book.offerOf(client.key()).ifPresent(it -> book.endOffer(it.address()));
        book.put(lease);
        return new Answer(List.of(new LeaseEvent(
                earlier.isPresent() ? LeaseEvent.Kind.RENEWED : LeaseEvent.Kind.BOUND, lease, now)),
                replies.with(MessageType.ACK, client, chosen.subnet().subnet(), chosen.reservation(), address,
                        Optional.of(duration)));
    }

    /** The address goes into quarantine, unless this client puts too many there (RFC 2131 §4.3.3). */
    private Answer decline(Client client, Instant now) {
        var address = client.requested();
        var lease = address.flatMap(book::lease).filter(it -> client.has(it) && it.isBound(now));
        if (lease.isEmpty() || !namesUs(client)) {
            return Answer.silence(Reason.INCOMPLETE);
        }
        long declined = book.leasesOf(lease.get().hardware()).stream().filter(it -> it.isBarred(now)).count();
        if (declined >= configuration.limits().declines()) {
            return end(lease.get(), LeaseState.RELEASED, LeaseEvent.Kind.RELEASED, now, now);
        }
        return end(lease.get(), LeaseState.DECLINED, LeaseEvent.Kind.DECLINED,
                now.plus(configuration.limits().quarantine()), now);
    }

    private Answer release(Client client, Instant now) {
        var lease = book.lease(client.message().clientAddress()).filter(it -> client.has(it) && it.isBound(now));
        if (lease.isEmpty() || !namesUs(client)) {
            return Answer.silence(Reason.INCOMPLETE);
        }
        return end(lease.get(), LeaseState.RELEASED, LeaseEvent.Kind.RELEASED, now, now);
    }

    private boolean namesUs(Client client) {
        return client.option(LeaseOption.ServerIdentifier.class).filter(it -> isOurs(client, it.address())).isPresent();
    }

    private Answer end(Lease lease, LeaseState state, LeaseEvent.Kind kind, Instant until, Instant now) {
        var ended = lease.become(state, until);
        book.put(ended);
        return new Answer(List.of(new LeaseEvent(kind, ended, now)), new Reaction.Silence(Reason.TAKEN_NOTE));
    }

    /** It has an address from elsewhere, and asks for the rest (RFC 2131 §4.3.5). */
    private Answer inform(Client client) {
        var own = Ipv4.isNone(client.message().clientAddress()) ? client.arrival().source()
                : client.message().clientAddress();
        return client.subnets().stream().filter(it -> it.subnet().network().hasHost(own)).findFirst()
                .map(it -> Answer.of(replies.with(MessageType.ACK, client, it.subnet(),
                        it.reservationFor(client.owners()), own, Optional.empty())))
                .orElse(Answer.silence(Reason.NOT_SERVED));
    }
}
