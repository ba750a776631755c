package org.dcos.ui.model.relocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

import org.dcos.domain.relocation.RelocationIssue;
import org.dcos.domain.relocation.RelocationPlan;
import org.dcos.ui.model.text.Texts;

/** A plan in the reader's language. */
public final class RelocationWords {

    private final Texts texts;

    public RelocationWords(Texts texts) {
        this.texts = texts;
    }

    /** One sentence. */
    public String of(RelocationIssue issue) {
        return texts.get("relocation.issue." + issue.what().name(), issue.values().toArray());
    }

    /** The racks before and after, the cables and addresses, one a line. */
    public List<String> lines(RelocationPlan plan) {
        var lines = new ArrayList<String>();
        for (var machine : plan.machines()) {
            lines.add(texts.get("relocation.machine", machine.name(), machine.from(), machine.to()));
        }
        for (var rack : plan.racks()) {
            lines.add(texts.get("relocation.units", rack.name(), number(rack.unitsBefore()), number(rack.unitsAfter()),
                    Integer.toString(rack.heightUnits())));
            lines.add(texts.get("relocation.watts", Integer.toString(rack.wattsBefore()),
                    Integer.toString(rack.wattsAfter()), limit(rack.budgetWatts())));
            lines.add(texts.get("relocation.weight", number(rack.gramsBefore() / 1000.0),
                    number(rack.gramsAfter() / 1000.0), limit(rack.limitKg())));
        }
        long cables = plan.machines().stream().mapToLong(machine -> machine.cables().size()).sum();
        long reaching = plan.machines().stream().flatMap(machine -> machine.cables().stream())
                .filter(RelocationPlan.CableEnd::reaches).count();
        long addresses = plan.machines().stream().mapToLong(machine -> machine.addresses().size()).sum();
        long staying = plan.machines().stream().flatMap(machine -> machine.addresses().stream())
                .filter(RelocationPlan.AddressUse::stays).count();
        int ports = plan.machines().stream().mapToInt(RelocationPlan.Machine::ports).sum();
        lines.add(texts.get("relocation.ports", ports, cables, reaching));
        lines.add(texts.get("relocation.addresses", addresses, staying));
        return lines;
    }

    /** Why it cannot be begun; empty when it can. */
    public Optional<String> obstacle(RelocationPlan plan) {
        return plan.issues().stream().filter(RelocationIssue::blocks).findFirst().map(this::of);
    }

    private String limit(OptionalInt limit) {
        return limit.isPresent() ? Integer.toString(limit.getAsInt()) : texts.get("relocation.unlimited");
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }
}
