package org.dcos.ui.parts.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.search.Findings;
import org.dcos.ui.model.search.FoundRow;
import org.dcos.ui.model.search.SearchModel;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.shell.Commands;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Native;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.keys.IBindingService;

/**
 * Finds anything and runs any command: type or scan, choose with the cursor keys, Enter. Escape, or a click elsewhere,
 * closes it.
 */
final class FindPopup {

    private static final String OURS = "org.dcos.";
    private static final int WIDTH = 760;
    private static final int HEIGHT = 520;
    private static final int FROM_TOP = 70;

    private final IWorkbenchWindow window;
    private final Desk desk;
    private final SearchModel model;
    private Shell shell;
    private Text field;
    private FoundList list;
    private Label note;

    FindPopup(IWorkbenchWindow window, Desk desk) {
        this.window = window;
        this.desk = desk;
        model = new SearchModel(desk.estate(), desk.modelTexts(), commands(window), desk.selection().spot().getValue(),
                this::open);
    }

    void open() {
        var owner = window.getShell();
        shell = Native.colours(new Shell(owner, SWT.NO_TRIM), Token.PANEL);
        fill(shell);
        var area = owner.getClientArea();
        int wide = Math.min(WIDTH, area.width - 40);
        var at = owner.toDisplay(area.x + (area.width - wide) / 2, area.y + FROM_TOP);
        shell.setBounds(at.x, at.y, wide, Math.min(HEIGHT, Math.max(200, area.height - FROM_TOP - 20)));
        shell.open();
        field.setFocus();
        shell.addListener(SWT.Deactivate, _ -> shell.getDisplay().asyncExec(this::close));
        shell.addListener(SWT.Dispose, _ -> model.close());
    }

    private void fill(Shell popup) {
        popup.setText(desk.words("find.title"));
        popup.setLayout(Layouts.grid(1, 10, 6));
        popup.addListener(SWT.Paint, event -> {
            event.gc.setForeground(Ink.of(popup.getDisplay()).color(Token.STALE));
            event.gc.drawRectangle(0, 0, popup.getClientArea().width - 1, popup.getClientArea().height - 1);
        });
        field = Native.font(Layouts.wide(new Text(popup, SWT.SEARCH | SWT.ICON_SEARCH)), TextStyle.TITLE);
        Native.colours(field, Token.BACKGROUND);
        field.setMessage(desk.words("find.hint"));
        list = new FoundList(popup, desk.words("find.title"));
        Layouts.fill(list.control());
        list.onOpen(this::open);
        note = Layouts.wide(new Label(popup, SWT.NONE));
        field.addListener(SWT.Modify, _ -> model.type(field.getText()));
        field.addListener(SWT.KeyDown, this::key);
        field.addListener(SWT.DefaultSelection, _ -> model.enter(list.chosen()));
        popup.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                popup.close();
                event.doit = false;
            }
        });
        DeskPart.follow(popup, model.findings(), this::show);
    }

    private void show(Findings findings) {
        boolean empty = findings.groups().isEmpty() && !findings.asking() && findings.problem().isEmpty();
        list.show(findings, empty ? desk.texts().get("find.nothing", findings.text()) : "");
        boolean wrong = !findings.problem().isEmpty();
        Native.font(Native.colours(note, Token.PANEL, wrong ? Token.CRITICAL : Token.MUTED), TextStyle.SMALL);
        note.setText((wrong ? findings.problem()
                : desk.words(findings.asking() ? "find.asking" : "find.keys")).replace("&", "&&"));
    }

    private void close() {
        if (!shell.isDisposed()) {
            shell.close();
        }
    }

    private void key(Event event) {
        int step = switch (event.keyCode) {
            case SWT.ARROW_DOWN -> 1;
            case SWT.ARROW_UP -> -1;
            case SWT.PAGE_DOWN -> list.page();
            case SWT.PAGE_UP -> -list.page();
            default -> 0;
        };
        if (step != 0) {
            event.doit = false;
            list.step(step);
        }
    }

    private void open(FoundRow row) {
        close();
        switch (row) {
            case FoundRow.OfRecord found -> new Destination(window, desk).show(found.hit().kind(), found.hit().id());
            case FoundRow.OfCommand command -> Commands.run(window, command.id());
            case FoundRow.Offer offer -> new Destination(window, desk).record(offer.serial(), offer.spot());
        }
    }

    private static List<FoundRow.OfCommand> commands(IWorkbenchWindow window) {
        var found = new ArrayList<FoundRow.OfCommand>();
        for (var command : window.getService(ICommandService.class).getDefinedCommands()) {
            if (command.getId().startsWith(OURS) && !command.getId().equals("org.dcos.find") && command.isEnabled()) {
                var key = window.getService(IBindingService.class).getBestActiveBindingFor(command.getId());
                found.add(new FoundRow.OfCommand(command.getId(), name(command), key == null ? "" : key.format()));
            }
        }
        found.sort(Comparator.comparing(FoundRow.OfCommand::label));
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
