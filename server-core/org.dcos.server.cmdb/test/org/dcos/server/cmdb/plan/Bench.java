package org.dcos.server.cmdb.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.AddressState;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.Prefix;
import org.dcos.domain.cmdb.PrefixState;
import org.dcos.domain.cmdb.Records;
import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.AddressPlan;
import org.dcos.domain.ip.Cidr;
import org.dcos.domain.ip.WireCheck;
import org.dcos.domain.ip.WireFinding;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.settings.SettingsStore;
import org.dcos.server.cmdb.MemoryBmcStore;
import org.dcos.server.cmdb.MemoryItemStore;
import org.dcos.server.cmdb.RecordBook;
import org.dcos.server.cmdb.WriterTurn;
import org.dcos.server.cmdb.live.LiveRecords;

/** An address plan over records in memory, with a clock that the test moves and a wire that it fills. */
final class Bench {

    volatile Instant now = Instant.parse("2026-03-01T08:00:00Z");
    /** What answers on the wire. */
    final Set<String> living = ConcurrentHashMap.newKeySet();
    final Set<String> asked = ConcurrentHashMap.newKeySet();
    final List<WireCheck> wires = new ArrayList<>(List.of(this::ask));
    final MemoryItemStore store = new MemoryItemStore();
    final LiveRecords live = new LiveRecords(store, new MemoryBmcStore(), _ -> {}, new WriterTurn(), () -> now);
    final Records records = new RecordBook(live, store);
    final AddressPlan plan = new PlannedAddresses(live, new MemorySettings(), () -> wires, () -> now);

    private static final class MemorySettings implements SettingsStore {

        private final Map<String, Map<String, String>> saved = new ConcurrentHashMap<>();

        @Override
        public Map<String, String> load(String service) {
            return saved.getOrDefault(service, Map.of());
        }

        @Override
        public void save(String service, Map<String, String> values) {
            saved.put(service, Map.copyOf(values));
        }
    }

    private List<WireFinding> ask(Collection<Address> addresses) {
        return addresses.stream().map(Address::toString).peek(asked::add)
                .map(address -> living.contains(address)
                        ? new WireFinding(address, WireFinding.Outcome.ANSWERED, "ARP answer from 02:00:00:00:00:01")
                        : new WireFinding(address, WireFinding.Outcome.SILENT, "silent to ARP"))
                .toList();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Prefix prefix(String cidr, PrefixState state) throws Problem {
        return prefix(cidr, state, "");
    }

    Prefix prefix(String cidr, PrefixState state, String purpose) throws Problem {
        return (Prefix) records.save(new Prefix(UUID.randomUUID(), 0, Optional.empty(), cidr, state, purpose,
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "", Map.of(), Map.of()));
    }

    IpAddress address(String address, AddressState state) throws Problem {
        var item = new IpAddress(UUID.randomUUID(), 0, Optional.empty(), address, state, Optional.empty(), "", "",
                Optional.empty(), Optional.empty(), Map.of(), Map.of());
        live.commit("", "", List.of(new Edit.Put(item)));
        return recorded(address).orElseThrow();
    }

    List<Prefix> prefixes() {
        return live.read(view -> view.all(Prefix.class)
                .sorted(java.util.Comparator.comparing(p -> Cidr.parse(p.cidr()))).toList());
    }

    List<IpAddress> addresses() {
        return live.read(view -> view.all(IpAddress.class)
                .sorted(java.util.Comparator.comparing(a -> Address.parse(a.address()))).toList());
    }

    Optional<IpAddress> recorded(String address) {
        return addresses().stream().filter(a -> a.address().equals(address)).findFirst();
    }

    List<String> cidrs() {
        return prefixes().stream().map(Prefix::cidr).toList();
    }

    long lastChangeSet() throws Problem {
        return records.changeSets(Optional.empty(), Optional.empty(), new PageRequest(0, 1)).items().getFirst()
                .number();
    }
}
