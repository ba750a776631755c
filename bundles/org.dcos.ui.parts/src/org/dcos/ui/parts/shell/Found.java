package org.dcos.ui.parts.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.dcos.ui.model.rack.RacksModel;
import org.dcos.ui.model.selection.Selected;
import org.dcos.ui.model.work.Finder;
import org.dcos.ui.parts.Desk;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.keys.IBindingService;

/**
 * A line of the finder.
 *
 * @param detail tells alike ones apart; the key of a command
 * @param run    goes there, or does it
 */
record Found(String id, String label, String detail, Runnable run) {

    private static final String OURS = "org.dcos.";
    private static final int MOST = 40;

    /** Servers and racks first, then commands; commands alone while nothing is typed. */
    static List<Found> of(IWorkbenchWindow window, Desk desk, String typed) {
        var all = new ArrayList<Found>();
        var estate = desk.estate().estate().getValue();
        Finder.find(estate, typed, MOST)
                .forEach(hit -> all.add(new Found(hit.target().toString(), hit.label(), hit.detail(),
                        () -> show(window, desk, hit.target()))));
        all.addAll(commands(window, typed));
        return all.size() > MOST ? all.subList(0, MOST) : all;
    }

    private static void show(IWorkbenchWindow window, Desk desk, Selected target) {
        var estate = desk.estate().estate().getValue();
        if (target instanceof Selected.OfServer(var server)) {
            desk.selection().reveal(server, new RacksModel(desk.modelTexts(), desk.clock()).placeOf(estate, server));
        } else {
            desk.selection().select(target);
        }
        if (!Perspectives.OPERATE.equals(window.getActivePage().getPerspective().getId())) {
            Perspectives.show(window, Perspectives.OPERATE);
        }
    }

    private static List<Found> commands(IWorkbenchWindow window, String typed) {
        var wanted = typed.strip().toLowerCase(Locale.ROOT);
        var found = new ArrayList<Found>();
        for (var command : window.getService(ICommandService.class).getDefinedCommands()) {
            if (command.getId().startsWith(OURS) && !command.getId().equals("org.dcos.find") && command.isEnabled()) {
                var name = name(command);
                if (name.toLowerCase(Locale.ROOT).contains(wanted)) {
                    var key = window.getService(IBindingService.class).getBestActiveBindingFor(command.getId());
                    found.add(new Found(command.getId(), name, key == null ? "" : key.format(),
                            () -> Commands.run(window, command.getId())));
                }
            }
        }
        found.sort(Comparator.comparing(Found::label));
        return found;
    }

    private static String name(Command command) {
        try {
            return command.getName();
        } catch (NotDefinedException e) {
            throw new IllegalStateException("command %s is not declared".formatted(command.getId()), e);
        }
    }
}
