package org.dcos.ui.parts.shell;

import java.util.List;

import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.widget.Column;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Native;
import org.dcos.ui.parts.widget.RowTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchWindow;

/**
 * Finds anything and runs any command: type, choose with the cursor keys, Enter. Escape, or a click elsewhere, closes
 * it.
 */
final class FindPopup {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 420;
    private static final int FROM_TOP = 90;

    private final IWorkbenchWindow window;
    private final Desk desk;
    private Shell shell;
    private Text field;
    private RowTable<Found> table;

    FindPopup(IWorkbenchWindow window, Desk desk) {
        this.window = window;
        this.desk = desk;
    }

    void open() {
        var owner = window.getShell();
        shell = Native.colours(new Shell(owner, SWT.NO_TRIM), Token.PANEL);
        shell.setText(desk.texts().get("find.title"));
        shell.setLayout(Layouts.grid(1, 10, 8));
        shell.addListener(SWT.Paint, event -> {
            event.gc.setForeground(Ink.of(shell.getDisplay()).color(Token.STALE));
            event.gc.drawRectangle(0, 0, shell.getClientArea().width - 1, shell.getClientArea().height - 1);
        });
        field = Native.font(Layouts.wide(new Text(shell, SWT.SEARCH | SWT.ICON_SEARCH)), TextStyle.TITLE);
        Native.colours(field, Token.BACKGROUND);
        field.setMessage(desk.texts().get("topbar.search"));
        table = new RowTable<>(shell, List.of(Column.of(desk.texts().get("find.what"), 58, Found::label),
                Column.<Found>of(desk.texts().get("find.detail"), 42, Found::detail).muted()), Found::id);
        Layouts.fill(table.control());
        table.onOpen(this::run);
        table.control().addListener(SWT.MouseUp, _ -> table.selected().ifPresent(this::run));
        field.addListener(SWT.Modify, _ -> search());
        field.addListener(SWT.KeyDown, this::key);
        field.addListener(SWT.DefaultSelection, _ -> table.selected().ifPresent(this::run));
        shell.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                shell.close();
                event.doit = false;
            }
        });
        var area = owner.getClientArea();
        var at = owner.toDisplay(area.x + (area.width - WIDTH) / 2, area.y + FROM_TOP);
        shell.setBounds(at.x, at.y, WIDTH, Math.min(HEIGHT, Math.max(200, area.height - FROM_TOP - 20)));
        search();
        shell.open();
        field.setFocus();
        shell.addListener(SWT.Deactivate, _ -> shell.getDisplay().asyncExec(this::close));
    }

    private void close() {
        if (!shell.isDisposed()) {
            shell.close();
        }
    }

    private void search() {
        table.setRows(Found.of(window, desk, field.getText()));
        if (!table.rows().isEmpty()) {
            table.select(table.rows().getFirst().id());
        }
    }

    private void key(Event event) {
        int step = event.keyCode == SWT.ARROW_DOWN ? 1 : event.keyCode == SWT.ARROW_UP ? -1 : 0;
        if (step != 0 && !table.rows().isEmpty()) {
            event.doit = false;
            int at = table.selected().map(table.rows()::indexOf).orElse(0);
            table.select(table.rows().get(Math.clamp(at + step, 0, table.rows().size() - 1)).id());
        }
    }

    private void run(Found found) {
        close();
        found.run().run();
    }
}
