package org.dcos.ui.parts.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.widget.Column;
import org.dcos.ui.parts.widget.DeskDialog;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.RowTable;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.keys.IBindingService;

/** Shows which key does what. */
public final class KeysHandler extends DeskHandler {

    private static final int HEIGHT = 460;

    private static final String OURS = "org.dcos.";

    private record Key(String command, String keys) {}

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        var keys = keys(window);
        new DeskDialog(window.getShell(), desk.texts(), desk.texts().get("keys.title"), desk.texts().get("close")) {
            @Override
            protected void create(Composite body) {
                var table = new RowTable<Key>(body, List.of(Column.of(texts().get("keys.command"), 65, Key::command),
                        Column.<Key>of(texts().get("keys.keys"), 35, Key::keys).muted()), key -> key);
                table.setRows(keys);
                Layouts.wide(table.control(), HEIGHT);
            }

            @Override
            protected void ready() {
                hide(IDialogConstants.CANCEL_ID);
            }
        }.open();
    }

    private static List<Key> keys(IWorkbenchWindow window) {
        var bindings = window.getService(IBindingService.class);
        var keys = new ArrayList<Key>();
        for (var command : window.getService(ICommandService.class).getDefinedCommands()) {
            var key = bindings.getBestActiveBindingFor(command.getId());
            if (key != null && command.getId().startsWith(OURS)) {
                try {
                    keys.add(new Key(command.getName(), key.format()));
                } catch (NotDefinedException e) {
                    throw new IllegalStateException("command %s is not declared".formatted(command.getId()), e);
                }
            }
        }
        keys.sort(Comparator.comparing(Key::command));
        return keys;
    }
}
