package org.dcos.net.dhcp.engine;

import java.net.Inet4Address;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.dcos.net.dhcp.lease.Lease;
import org.dcos.net.dhcp.subnet.Configuration;
import org.dcos.net.dhcp.subnet.Reservation;
import org.dcos.net.dhcp.wire.LeaseOption;

/** Which address a client gets (RFC 2131 §4.3.1), and whether it may have the one that it wants. */
final class Choice {

    /** An address, and by which reservation. */
    record Chosen(ServedSubnet subnet, Inet4Address address, Optional<Reservation> reservation) {

        Duration duration(Client client) {
            return (reservation.isPresent() ? subnet.subnet().reservedTimes() : subnet.subnet().times()).granted(
                    client.option(LeaseOption.LeaseTime.class).map(LeaseOption.LeaseTime::seconds));
        }
    }

    /** What is said to a client that wants an address. */
    sealed interface Verdict {}

    record Granted(Chosen chosen) implements Verdict {}

    record Refused(String why) implements Verdict {}

    private final Configuration configuration;
    private final LeaseBook book;

    Choice(Configuration configuration, LeaseBook book) {
        this.configuration = configuration;
        this.book = book;
    }

    /** Empty where no subnet of the client has one left. */
    Optional<Chosen> forDiscover(Client client, Instant now) {
        for (var subnet : client.subnets()) {
            var reserved = subnet.reservationFor(client.owners())
                    .filter(it -> isFor(client, subnet, it.address(), now));
            if (reserved.isPresent()) {
                return Optional.of(new Chosen(subnet, reserved.get().address(), reserved));
            }
        }
        for (var subnet : client.subnets()) {
            var known = known(client, subnet, now).or(() -> client.requested()
                    .filter(it -> isInPool(client, subnet, it) && isFor(client, subnet, it, now)));
            if (known.isPresent()) {
                return known.map(it -> new Chosen(subnet, it, Optional.empty()));
            }
        }
        for (var subnet : client.subnets()) {
            var classes = client.classNames();
            for (var pool : subnet.pools()) {
                var free = pool.pool().serves(classes) ? pool.free() : Optional.<Inet4Address>empty();
                if (free.isPresent()) {
                    return free.map(it -> new Chosen(subnet, it, Optional.empty()));
                }
            }
        }
        return Optional.empty();
    }

    /** What is held for the client already, else what it has, else what it had last. */
    private Optional<Inet4Address> known(Client client, ServedSubnet subnet, Instant now) {
        var held = book.offerOf(client.key()).map(Offer::address);
        return held.or(() -> book.leasesOf(client.key()).stream()
                .filter(it -> subnet.subnet().network().contains(it.address()))
                .max(Comparator.comparing((Lease it) -> it.isBound(now)).thenComparing(Lease::heard))
                .map(Lease::address))
                .filter(it -> isInPool(client, subnet, it) && isFor(client, subnet, it, now));
    }

    Verdict forRequest(Client client, Inet4Address address, Instant now) {
        var there = client.subnets().stream().filter(it -> it.subnet().network().hasHost(address)).findFirst();
        if (there.isEmpty()) {
            return new Refused("%s is not of this network".formatted(address.getHostAddress()));
        }
        var subnet = there.get();
        var reservation = subnet.reservationFor(client.owners());
        if (reservation.filter(it -> !it.address().equals(address) && isFor(client, subnet, it.address(), now))
                .isPresent()) {
            return new Refused("%s is kept for this client".formatted(reservation.get().address().getHostAddress()));
        }
        if (!isFor(client, subnet, address, now)) {
            return new Refused("%s is not free for this client".formatted(address.getHostAddress()));
        }
        var own = reservation.filter(it -> it.address().equals(address));
        if (own.isEmpty() && !isInPool(client, subnet, address)) {
            return new Refused("%s is not given away here".formatted(address.getHostAddress()));
        }
        return new Granted(new Chosen(subnet, address, own));
    }

    private boolean isInPool(Client client, ServedSubnet subnet, Inet4Address address) {
        return subnet.poolOf(address).filter(it -> it.pool().serves(client.classNames())).isPresent()
                && !configuration.interfaces().containsValue(address);
    }

    /** Nobody else has it, is offered it, or has it reserved, and it is not in quarantine. */
    private boolean isFor(Client client, ServedSubnet subnet, Inet4Address address, Instant now) {
        var reservation = subnet.reservationOf(address);
        if (reservation.filter(it -> !subnet.reservationFor(client.owners()).equals(Optional.of(it))).isPresent()) {
            return false;
        }
        if (book.offer(address).filter(it -> !it.client().equals(client.key())).isPresent() && reservation.isEmpty()) {
            return false;
        }
        var lease = book.lease(address);
        return lease.filter(it -> it.isBarred(now)).isEmpty() && lease.filter(it -> it.isBound(now) && !client.has(it)
                && reservation.filter(one -> isOwner(one, it)).isEmpty()).isEmpty();
    }

    /** The machine is the same, though it starts something else that tells another identifier; or its successor. */
    private static boolean isOwner(Reservation reservation, Lease lease) {
        return Reservation.Owner.of(lease.hardware(), lease.told()).contains(reservation.owner());
    }
}
