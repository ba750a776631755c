package org.dcos.ui.model.work;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

import org.dcos.domain.power.PowerPlan;
import org.dcos.ui.model.text.Ages;
import org.dcos.ui.model.text.Texts;

/**
 * The words of the dialog before a power order.
 *
 * @param title    {@code Power cycle 3 servers?}
 * @param message  what will happen
 * @param button   the word on the button that does it, never just OK
 * @param rows     one per server
 * @param reasonNeeded a reason has to be given
 * @param possible false when nothing could be carried out
 */
public record PowerConfirmation(String title, String message, String button, List<Row> rows, boolean reasonNeeded,
        boolean possible) {

    public PowerConfirmation {
        rows = List.copyOf(rows);
    }

    /** @param warning what to know before; empty when nothing */
    public record Row(String name, String place, String state, String owner, String warning) {}

    public static PowerConfirmation of(PowerPlan plan, Texts texts, InstantSource clock) {
        var ages = new Ages(texts);
        var now = clock.instant();
        int count = plan.targets().size();
        var action = texts.of("action", plan.action());
        var rows = plan.targets().stream().map(target -> new Row(target.name(), target.place(),
                target.asOf().isEmpty() ? texts.of("power", target.power())
                        : texts.get("hover.asof", texts.of("power", target.power()), ages.since(target.asOf(), now)),
                target.owner(),
                target.warnings().stream().map(warning -> texts.of("warning", warning))
                        .collect(Collectors.joining("; "))))
                .toList();
        var title = count == 1 ? texts.get("confirm.title.one", action, plan.targets().getFirst().name())
                : texts.get("confirm.title.many", action, count);
        boolean possible = plan.targets().stream()
                .anyMatch(target -> !target.warnings().contains(PowerPlan.Warning.NO_BMC));
        return new PowerConfirmation(title, texts.of("confirm.message", plan.action()), action, rows,
                plan.action().interrupts(), possible);
    }
}
