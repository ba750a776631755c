package org.dcos.server.cmdb.plan;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.cmdb.PrefixState;
import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.PlanOrder.TakeAddresses;
import org.dcos.domain.ip.PlanResult;
import org.dcos.domain.ip.WireFinding;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Problem;
import org.dcos.server.cmdb.Texts;
import org.dcos.server.cmdb.ip.AddressPool;
import org.dcos.server.cmdb.ip.Standing;
import org.dcos.server.cmdb.live.Change;
import org.dcos.server.cmdb.live.LiveRecords;
import org.dcos.server.cmdb.live.View;

/**
 * Gives out the addresses of one order: chooses candidates, asks them on the wire, and records those that are silent
 * and, in the turn of the commit, still free. Else it begins again with what it knows by then.
 */
final class Giving {

    private static final int MOST_ROUNDS = 256;
    private static final int MOST_SPARE = 64;

    private final LiveRecords records;
    private final Wire wire;
    private final Claims claims;
    private final InstantSource clock;
    private final TakeAddresses order;
    /** What the wire said, by network. */
    private final Map<UUID, Map<Address, WireFinding>> asked = new LinkedHashMap<>();
    private final Set<Address> mine = new HashSet<>();
    private int spare;

    Giving(LiveRecords records, Wire wire, Claims claims, InstantSource clock, TakeAddresses order) {
        this.records = records;
        this.wire = wire;
        this.claims = claims;
        this.clock = clock;
        this.order = order;
    }

    /** What was free when somebody else came before. */
    private static final class Overtaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Overtaken() {
            super("the addresses were taken meanwhile", null, false, false);
        }
    }

    PlanResult give() throws Problem {
        try {
            for (int round = 0; round < MOST_ROUNDS; round++) {
                Choice candidates = candidates();
                ask(candidates);
                List<Address> silent = candidates.addresses().stream()
                        .filter(address -> named() || !answered(candidates.prefix(), address)).toList();
                if (silent.size() < wanted()) {
                    spare = Math.min(MOST_SPARE, Math.max(1, spare * 2));
                    continue;
                }
                try {
                    return commit(new Choice(candidates.prefix(), candidates.vrf(), silent));
                } catch (Overtaken _) {
                    if (named()) {
                        look(view -> Choice.of(view, order, Set.of())); // tells what is in the way
                    }
                }
            }
        } finally {
            claims.release(mine);
        }
        throw new Conflict("Others take addresses of the same networks all the time. Try again.");
    }

    private boolean named() {
        return !order.addresses().isEmpty();
    }

    private int wanted() {
        return named() ? (int) order.addresses().stream().distinct().count() : order.count();
    }

    private boolean answered(UUID prefix, Address address) {
        WireFinding finding = asked.getOrDefault(prefix, Map.of()).get(address);
        return finding != null && finding.outcome() == WireFinding.Outcome.ANSWERED;
    }

    /** A choice among what others do not ask just now, if there is enough of that; with some to spare. */
    private Choice candidates() throws Problem {
        var answering = new HashSet<Address>();
        asked.values().forEach(findings -> findings.forEach((address, finding) -> {
            if (finding.outcome() == WireFinding.Outcome.ANSWERED) {
                answering.add(address);
            }
        }));
        synchronized (claims) {
            var besides = new HashSet<>(claims.now());
            besides.removeAll(mine);
            besides.addAll(answering);
            Optional<Choice> choice = spare > 0 && !named() && !order.contiguous()
                    ? tried(more(order, spare), besides)
                    : Optional.empty();
            if (choice.isEmpty()) {
                choice = tried(order, besides);
            }
            Choice chosen = choice.isPresent() ? choice.get()
                    : look(view -> Choice.of(view, order, answering));
            var fresh = chosen.addresses().stream().filter(address -> !mine.contains(address)).toList();
            claims.add(fresh);
            mine.addAll(fresh);
            return chosen;
        }
    }

    private Optional<Choice> tried(TakeAddresses wanted, Set<Address> besides) throws Problem {
        try {
            return Optional.of(look(view -> Choice.of(view, wanted, besides)));
        } catch (Conflict _) {
            return Optional.empty();
        }
    }

    private static TakeAddresses more(TakeAddresses o, int spare) {
        int count = Math.min(org.dcos.domain.ip.AddressPlan.MOST_ADDRESSES, o.count() + spare);
        return new TakeAddresses(o.prefix(), o.purpose(), o.idc(), o.room(), o.family(), count, o.contiguous(),
                o.addresses(), o.answering(), o.holder(), "", o.description(), o.why());
    }

    private void ask(Choice candidates) throws Problem {
        var known = asked.computeIfAbsent(candidates.prefix(), _ -> new LinkedHashMap<>());
        var unasked = candidates.addresses().stream().filter(address -> !known.containsKey(address)).toList();
        for (WireFinding finding : wire.ask(unasked)) {
            known.put(Address.parse(finding.address()), finding);
            if (named() && !order.answering() && finding.outcome() == WireFinding.Outcome.ANSWERED) {
                throw new Conflict(("%s is in use already: %s. Choose another, or, if that is the device meant, say "
                        + "that it may answer.").formatted(finding.address(), finding.told()));
            }
        }
    }

    private PlanResult commit(Choice candidates) throws Problem {
        var outcome = new Outcome[1];
        var committed = records.commit(() -> outcome[0].title(), Texts.clean(order.why()), Optional.empty(),
                change -> outcome[0] = record(change, candidates));
        return outcome[0].result(committed.changes(), Optional.of(committed.set()));
    }

    private Outcome record(Change change, Choice candidates) throws Problem {
        AddressPool pool = pool(change.draft(), candidates.prefix()).orElseThrow(Overtaken::new);
        var free = candidates.addresses().stream().filter(address -> pool.standing(address) == Standing.FREE)
                .limit(wanted()).toList();
        if (free.size() < wanted()) {
            throw new Overtaken();
        }
        var answered = new HashMap<Address, WireFinding>();
        if (!named()) {
            asked.getOrDefault(candidates.prefix(), Map.of()).forEach((address, finding) -> {
                if (finding.outcome() == WireFinding.Outcome.ANSWERED && pool.standing(address) == Standing.FREE) {
                    answered.put(address, finding);
                }
            });
        }
        var findings = new ArrayList<WireFinding>();
        asked.values().forEach(known -> known.forEach((address, finding) -> {
            if (free.contains(address) || finding.outcome() == WireFinding.Outcome.ANSWERED) {
                findings.add(finding);
            }
        }));
        return new AddressWork(change).take(order, new Choice(candidates.prefix(), candidates.vrf(), free), findings,
                answered, clock.instant());
    }

    /** Empty when addresses are not given out of it any more. */
    private static Optional<AddressPool> pool(View view, UUID prefix) {
        return view.item(org.dcos.domain.cmdb.Prefix.class, prefix)
                .filter(p -> p.state() != PrefixState.CONTAINER && p.state() != PrefixState.DEPRECATED)
                .map(p -> Space.of(view, p).pool(Set.of()));
    }

    private <T> T look(Looking.Look<T> look) throws Problem {
        return Looking.at(records, look);
    }
}
