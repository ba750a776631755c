package org.dcos.net.dhcp.engine;

import java.net.Inet4Address;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SequencedMap;
import java.util.Set;
import org.dcos.net.dhcp.lease.ClientKey;
import org.dcos.net.dhcp.lease.Lease;
import org.dcos.net.dhcp.lease.LeaseState;
import org.dcos.net.dhcp.wire.HardwareAddress;
import org.dcos.net.dhcp.wire.Ipv4;

/**
 * Leases and offers by address, client, hardware address and end. At most one lease for each address and one offer for
 * each client: what it remembers is bounded by the addresses and by the limit of offers, whoever asks.
 */
final class LeaseBook {

    /** When to look at an address again. */
    private record Due(Instant at, int address) {}

    private static final int DUES_BEYOND_LEASES = 1024;

    /** By their first address. */
    private final List<AddressPool> pools = new ArrayList<>();

    /** Never given to a client that did not reserve them. */
    private final Set<Inet4Address> kept;

    private final Map<Inet4Address, Lease> leases = new HashMap<>();

    /** The oldest first. */
    private final SequencedMap<Inet4Address, Offer> offers = new LinkedHashMap<>();

    private final Map<ClientKey, Inet4Address> offerOf = new HashMap<>();
    private final Map<ClientKey, List<Inet4Address>> leasesOf = new HashMap<>();
    private final Map<HardwareAddress, List<Inet4Address>> leasesOfHardware = new HashMap<>();
    private final Map<HardwareAddress, Integer> offersOfHardware = new HashMap<>();
    private PriorityQueue<Due> dues = new PriorityQueue<>((a, b) -> a.at.compareTo(b.at));

    /** @param kept addresses that are not to be given to anybody from a pool */
    LeaseBook(Collection<AddressPool> pools, Set<Inet4Address> kept) {
        this.pools.addAll(pools);
        this.pools.sort((a, b) -> Integer.compareUnsigned(a.first(), b.first()));
        this.kept = Set.copyOf(kept);
        this.kept.forEach(this::mark);
    }

    Optional<Lease> lease(Inet4Address address) {
        return Optional.ofNullable(leases.get(address));
    }

    Optional<Offer> offer(Inet4Address address) {
        return Optional.ofNullable(offers.get(address));
    }

    Optional<Offer> offerOf(ClientKey client) {
        return Optional.ofNullable(offerOf.get(client)).flatMap(this::offer);
    }

    /** Those that it has or had, in all subnets. */
    List<Lease> leasesOf(ClientKey client) {
        return leasesOf.getOrDefault(client, List.of()).stream().map(leases::get).toList();
    }

    List<Lease> leasesOf(HardwareAddress hardware) {
        return leasesOfHardware.getOrDefault(hardware, List.of()).stream().map(leases::get).toList();
    }

    int offersOf(HardwareAddress hardware) {
        return offersOfHardware.getOrDefault(hardware, 0);
    }

    int openOffers() {
        return offers.size();
    }

    List<Lease> all() {
        return List.copyOf(leases.values());
    }

    void put(Lease lease) {
        forget(lease.address());
        leases.put(lease.address(), lease);
        leasesOf.computeIfAbsent(lease.client(), _ -> new ArrayList<>(1)).add(lease.address());
        leasesOfHardware.computeIfAbsent(lease.hardware(), _ -> new ArrayList<>(1)).add(lease.address());
        if (isBusy(lease)) {
            dues.add(new Due(lease.until(), Ipv4.bits(lease.address())));
            if (dues.size() > 4 * leases.size() + DUES_BEYOND_LEASES) {
                dropStaleDues();
            }
        }
        mark(lease.address());
    }

    private void forget(Inet4Address address) {
        if (leases.remove(address) instanceof Lease old) {
            remove(leasesOf, old.client(), address);
            remove(leasesOfHardware, old.hardware(), address);
        }
    }

    private static <K> void remove(Map<K, List<Inet4Address>> index, K key, Inet4Address address) {
        index.computeIfPresent(key, (_, addresses) -> {
            addresses.remove(address);
            return addresses.isEmpty() ? null : addresses;
        });
    }

    private void dropStaleDues() {
        var kept = new PriorityQueue<Due>((a, b) -> a.at.compareTo(b.at));
        leases.values().stream().filter(LeaseBook::isBusy)
                .forEach(it -> kept.add(new Due(it.until(), Ipv4.bits(it.address()))));
        dues = kept;
    }

    /** Holds an address for a client, instead of what was held for it before. */
    void put(Offer offer, int most) {
        endOffer(offer.address());
        offerOf(offer.client()).ifPresent(it -> endOffer(it.address()));
        while (offers.size() >= most) {
            endOffer(offers.firstEntry().getKey());
        }
        offers.put(offer.address(), offer);
        offerOf.put(offer.client(), offer.address());
        offersOfHardware.merge(offer.hardware(), 1, Integer::sum);
        mark(offer.address());
    }

    /** The probe is done: the same offer, for as long. */
    void settle(Offer offer) {
        offers.replace(offer.address(), offer);
    }

    void endOffer(Inet4Address address) {
        if (offers.remove(address) instanceof Offer old) {
            offerOf.remove(old.client());
            offersOfHardware.computeIfPresent(old.hardware(), (_, count) -> count == 1 ? null : count - 1);
            mark(address);
        }
    }

    void endOffersUntil(Instant now) {
        while (!offers.isEmpty() && !offers.firstEntry().getValue().until().isAfter(now)) {
            endOffer(offers.firstEntry().getKey());
        }
    }

    /** Leases whose end has come, each once, as they were. Those that were barred are forgotten. */
    List<Lease> endUntil(Instant now) {
        var ended = new ArrayList<Lease>();
        while (!dues.isEmpty() && !dues.peek().at.isAfter(now)) {
            var due = dues.remove();
            if (leases.get(Ipv4.address(due.address)) instanceof Lease lease && isBusy(lease)
                    && !lease.until().isAfter(now)) {
                if (lease.state() == LeaseState.BOUND) {
                    ended.add(lease);
                    put(lease.become(LeaseState.EXPIRED, lease.until()));
                } else {
                    forget(lease.address());
                    mark(lease.address());
                }
            }
        }
        return ended;
    }

    private static boolean isBusy(Lease lease) {
        return lease.state() == LeaseState.BOUND || lease.state() == LeaseState.DECLINED;
    }

    /** Tells the pool of an address how it is now. */
    private void mark(Inet4Address address) {
        poolOf(address).ifPresent(pool -> {
            var lease = lease(address);
            boolean busy = offers.containsKey(address) || lease.filter(LeaseBook::isBusy).isPresent()
                    || kept.contains(address);
            pool.set(Ipv4.bits(address), busy, lease.isPresent());
        });
    }

    private Optional<AddressPool> poolOf(Inet4Address address) {
        int bits = Ipv4.bits(address);
        int low = 0;
        int high = pools.size() - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            if (Integer.compareUnsigned(pools.get(middle).first(), bits) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high < 0 ? Optional.empty()
                : Optional.of(pools.get(high)).filter(it -> it.pool().range().contains(address));
    }
}
