package org.dcos.ui.model.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.PageRequest;
import org.dcos.domain.ServerCore;
import org.dcos.domain.cmdb.ItemFilter;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.Prefix;
import org.dcos.domain.ip.Cidr;
import org.dcos.domain.ip.PlanOrder;
import org.dcos.domain.ip.PlanResult;
import org.dcos.domain.ip.WireFinding;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.text.Texts;

/**
 * An order with networks or addresses, as it is asked for.
 *
 * @param prefix  the network that it is about
 * @param block   the free part that is meant; empty: the next
 * @param chosen  networks to merge, or addresses to take back
 * @param initial what stands in the field at first
 */
public record PlanForm(Deed deed, Prefix prefix, Optional<Cidr> block, List<UUID> chosen, String initial) {

    /** What is to be done. */
    public enum Deed {
        SPLIT, MERGE, TAKE, ALLOCATE, RESERVE, RECLAIM;

        /** Whether something is asked besides the reason. */
        public boolean asks() {
            return this != MERGE && this != RECLAIM;
        }

        /** Whether a device can be named. */
        public boolean holder() {
            return this == ALLOCATE;
        }
    }

    public PlanForm {
        chosen = List.copyOf(chosen);
    }

    /** An order, or why it cannot be made, in words. */
    public record Made(Optional<PlanOrder> order, String problem) {}

    /** Reads what was typed. @param holder a device's id; empty: none */
    public Made order(Texts texts, String value, Optional<UUID> holder, String why) {
        if (why.isBlank()) {
            return wrong(texts.get("address.form.why"));
        }
        return switch (deed) {
            case SPLIT -> length(value).<Made>map(length -> made(new PlanOrder.Split(prefix.id(), length, why)))
                    .orElseGet(() -> wrong(texts.get("address.form.length")));
            case MERGE -> made(new PlanOrder.Merge(chosen, why));
            case TAKE -> take(texts, value, why);
            case ALLOCATE -> holder.isEmpty() ? wrong(texts.get("address.form.holder"))
                    : addresses(texts, value, holder, why);
            case RESERVE -> addresses(texts, value, Optional.empty(), why);
            case RECLAIM -> made(new PlanOrder.Reclaim(chosen, why));
        };
    }

    /** A block that was dragged is taken as it is, and the field is its purpose; else the field is the length. */
    private Made take(Texts texts, String value, String why) {
        Optional<Integer> length = block.map(Cidr::length).or(() -> length(value));
        return length.<Made>map(bits -> made(new PlanOrder.TakePrefixes(prefix.id(), bits, 1,
                block.map(Cidr::toString), block.isPresent() ? value.strip() : "", Optional.empty(),
                Optional.empty(), Optional.empty(), "", why)))
                .orElseGet(() -> wrong(texts.get("address.form.length")));
    }

    /** A number of addresses, or addresses. */
    private Made addresses(Texts texts, String value, Optional<UUID> holder, String why) {
        String typed = value.strip();
        if (typed.matches("[0-9]{1,4}")) {
            return made(PlanOrder.TakeAddresses.next(prefix.id(), Integer.parseInt(typed), holder, why));
        }
        if (typed.isEmpty()) {
            return wrong(texts.get("address.form.addresses"));
        }
        return made(PlanOrder.TakeAddresses.named(prefix.id(), List.of(typed.split("[\\s,;]+")), holder, why));
    }

    private static Optional<Integer> length(String value) {
        String typed = value.strip().replaceFirst("^/", "");
        return typed.matches("[0-9]{1,3}") ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
    }

    private static Made made(PlanOrder order) {
        return new Made(Optional.of(order), "");
    }

    private static Made wrong(String words) {
        return new Made(Optional.empty(), words);
    }

    /** The device of this name, of whichever kind. Asks the server-core. */
    public static Optional<UUID> device(ServerCore core, String name) throws Problem {
        for (Kind kind : Kind.values()) {
            if (kind.device() && !name.isBlank()) {
                var found = core.records().list(kind, ItemFilter.field("name", name.strip()), new PageRequest(0, 1));
                if (!found.items().isEmpty()) {
                    return Optional.of(found.items().getFirst().id());
                }
            }
        }
        return Optional.empty();
    }

    /** What an order would do, or did, in words. */
    public static String words(Texts texts, PlanResult result) {
        var said = new ArrayList<String>();
        if (!result.created().isEmpty()) {
            said.add(texts.get("address.result.created", result.created().size(),
                    some(result.created().stream().map(Prefix::cidr).toList())));
        }
        if (!result.removed().isEmpty()) {
            said.add(texts.get("address.result.removed", result.removed().size(),
                    some(result.removed().stream().map(Prefix::cidr).toList())));
        }
        result.changed().forEach(prefix -> said.add(texts.get("address.result.changed", prefix.cidr(),
                texts.of("address.prefix", prefix.state()))));
        if (!result.addresses().isEmpty()) {
            var first = result.addresses().getFirst();
            said.add(texts.get("address.result.addresses", result.addresses().size(),
                    some(result.addresses().stream().map(a -> a.address()).toList()),
                    texts.of("address.state", first.state())));
        }
        if (!result.skipped().isEmpty()) {
            said.add(texts.get("address.result.skipped", result.skipped().size(),
                    some(result.skipped().stream().map(a -> a.address()).toList())));
        }
        result.findings().stream().filter(finding -> finding.outcome() == WireFinding.Outcome.NOT_ASKED).findFirst()
                .ifPresent(
                        finding -> said.add(texts.get("address.result.unasked", texts.sentences().of(finding.told()))));
        result.changeSet().ifPresent(set -> said.add(texts.get("address.result.set", Long.toString(set.number()))));
        return String.join("\n", said);
    }

    private static String some(List<String> names) {
        return names.size() <= 4 ? String.join(", ", names)
                : String.join(", ", names.subList(0, 3)) + ", … " + names.getLast();
    }
}
