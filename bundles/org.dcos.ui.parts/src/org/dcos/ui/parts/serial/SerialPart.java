package org.dcos.ui.parts.serial;

import java.io.IOException;
import java.nio.file.Files;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

import org.dcos.domain.cmdb.Server;
import org.dcos.ui.canvas.control.EmptyState;
import org.dcos.ui.canvas.control.FlatButton;
import org.dcos.ui.canvas.control.PanelTitle;
import org.dcos.ui.canvas.control.SearchBox;
import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.canvas.terminal.TerminalCanvas;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.serial.SerialModel;
import org.dcos.ui.model.serial.SerialSight;
import org.dcos.ui.parts.exchange.ExportFile;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Native;
import org.dcos.ui.parts.widget.Sentence;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.keys.IBindingService;

/** The serial console of a server through its BMC, as a terminal: one writes, the others watch. */
public final class SerialPart extends DeskPart {

    public static final String ID = "org.dcos.view.serial";

    private static final int MARGIN = 10;
    private static final int SEARCH = 190;

    private SerialModel model;
    private PanelTitle title;
    private FlatButton open;
    private FlatButton pen;
    private FlatButton more;
    private SearchBox search;
    private StackLayout stack;
    private Composite middle;
    private EmptyState nothing;
    private TerminalCanvas terminal;
    private Label foot;

    @Override
    protected void create(Composite body) {
        model = new SerialModel(desk().estate(), desk().modelTexts(), bytes -> {
            if (!terminal.isDisposed()) {
                terminal.write(bytes);
            }
        });
        body.addDisposeListener(_ -> model.close());
        body.setLayout(Layouts.column());
        createHead(body);
        middle = Layouts.fill(new Composite(body, SWT.NONE));
        stack = new StackLayout();
        middle.setLayout(stack);
        nothing = new EmptyState(middle);
        terminal = new TerminalCanvas(middle);
        terminal.onTyped(model::type);
        terminal.onLeave(() -> search.setFocus());
        terminal.onRefused(() -> desk().notice().setValue(model.sight().getValue().note()));
        terminal.addListener(SWT.FocusIn, _ -> shortcuts(!model.sight().getValue().writing()));
        terminal.addListener(SWT.FocusOut, _ -> shortcuts(true));
        terminal.addListener(SWT.Dispose, _ -> shortcuts(true));
        foot = Native.font(Native.colours(new Label(body, SWT.NONE), Token.PANEL, Token.MUTED), TextStyle.SMALL);
        var below = new GridData(SWT.FILL, SWT.CENTER, true, false);
        below.horizontalIndent = MARGIN;
        foot.setLayoutData(below);
        follow(model.sight(), this::show);
        follow(desk().selection().selected(), _ -> show(model.sight().getValue()));
    }

    private void createHead(Composite body) {
        var head = Layouts.wide(new Composite(body, SWT.NONE));
        var layout = Layouts.grid(5, 0, 8);
        layout.marginLeft = MARGIN;
        layout.marginRight = MARGIN;
        layout.marginTop = 4;
        layout.marginBottom = 4;
        head.setLayout(layout);
        title = Layouts.wide(new PanelTitle(head));
        search = new SearchBox(head);
        search.setHints(text("serial.search"), "");
        var data = new GridData(SWT.END, SWT.CENTER, false, false);
        data.widthHint = SEARCH;
        search.setLayoutData(data);
        search.onEnter(this::find);
        search.field().addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ESC) {
                terminal.setFocus();
            }
        });
        open = button(head, "serial.open", Icon.CONSOLE, this::open);
        pen = button(head, "serial.write", Icon.EDIT, this::write);
        more = button(head, "serial.more", Icon.SETTINGS, this::showMore);
        more.setMenuArrow(true);
    }

    private FlatButton button(Composite parent, String key, Icon icon, Runnable run) {
        var button = new FlatButton(parent);
        button.setText(text(key));
        button.setIcon(icon, text(key + ".tip"));
        button.onPress(run);
        button.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
        return button;
    }

    private void showMore() {
        var sight = model.sight().getValue();
        var menu = new Menu(more);
        item(menu, "serial.copy", !terminal.marked().isEmpty(), terminal::copy);
        item(menu, "serial.paste", sight.writing(), terminal::paste);
        item(menu, "serial.break", sight.writing(), model::sendBreak);
        item(menu, model.recording() ? "serial.recording" : "serial.record", sight.server().isPresent(), this::record);
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, "serial.end", sight.open(), this::end);
        menu.addListener(SWT.Hide, _ -> more.getDisplay().asyncExec(menu::dispose));
        var at = more.toDisplay(0, more.getSize().y);
        menu.setLocation(at.x, at.y);
        menu.setVisible(true);
    }

    private void item(Menu menu, String key, boolean enabled, Runnable run) {
        var item = new MenuItem(menu, SWT.PUSH);
        item.setText(text(key));
        item.setToolTipText(text(key + ".tip"));
        item.setEnabled(enabled);
        item.addListener(SWT.Selection, _ -> run.run());
    }

    private void find(String words) {
        if (!terminal.find(words)) {
            desk().notice().setValue(text("serial.notfound", words));
        }
    }

    private void write() {
        model.write(!model.sight().getValue().writing());
        terminal.setFocus();
    }

    private Optional<Server> chosen() {
        return desk().selection().server().flatMap(id -> Optional.ofNullable(
                desk().estate().estate().getValue().servers().get(id)));
    }

    /** Opens the console of the chosen server. */
    void open() {
        var sight = model.sight().getValue();
        chosen().ifPresent(server -> {
            boolean again = sight.server().filter(server.id()::equals).isPresent();
            boolean takeOver = again && sight.refused() && Sentence.ask(getSite().getShell(), desk().texts(),
                    text("serial.takeover.title", server.name()), text("serial.takeover.sentence"),
                    text("serial.takeover"));
            if (!again || !sight.open()) {
                terminal.clear();
                model.open(server.id(), server.name(), takeOver);
            }
            terminal.setFocus();
        });
    }

    private void end() {
        if (Sentence.ask(getSite().getShell(), desk().texts(), text("serial.end.title"), text("serial.end.sentence"),
                text("serial.end"))) {
            model.end();
        }
    }

    private void record() {
        if (model.recording()) {
            model.stopRecording();
        } else {
            String name = model.sight().getValue().title() + "-" + DateTimeFormatter.ofPattern("yyyyMMdd-HHmm")
                    .withZone(ZoneId.systemDefault()).format(desk().clock().instant()) + ".log";
            ExportFile.ask(getSite().getShell(), name, List.of("*.log", "*.*")).ifPresent(file -> {
                try {
                    model.record(Files.newOutputStream(file));
                } catch (IOException e) {
                    desk().trouble(getSite().getShell(), text("exports.unwritable", e.getMessage()));
                }
            });
        }
        show(model.sight().getValue());
    }

    private void show(SerialSight sight) {
        var server = chosen();
        boolean any = sight.server().isPresent();
        title.show(any ? sight.title() : text("serial.title"), any ? sight.note()
                + (model.recording() ? " · " + text("serial.recorded") : "") : "");
        boolean same = any && server.map(Server::id).equals(sight.server());
        boolean openable = server.isPresent() && !(same && sight.open());
        open.setText(text(same && sight.refused() ? "serial.takeover" : "serial.open"));
        shown(open, openable && any);
        pen.setText(text(sight.writing() ? "serial.release" : "serial.write"));
        shown(pen, sight.open());
        shown(more, any);
        shown(search, any);
        open.getParent().layout();
        if (server.isPresent()) {
            nothing.show(Icon.CONSOLE, text("serial.nothing"), text("serial.open.named", server.get().name()),
                    this::open);
        } else {
            nothing.show(Icon.CONSOLE, text("serial.hint"));
        }
        stack.topControl = any ? terminal : nothing;
        middle.layout();
        foot.setText(!any ? ""
                : text(sight.writing() ? "serial.foot.writing" : sight.open() ? "serial.foot.watching"
                        : "serial.foot.over"));
        terminal.setWritable(sight.writing());
        if (terminal.isFocusControl()) {
            shortcuts(!sight.writing());
        }
    }

    private static void shown(Control control, boolean wanted) {
        ((GridData) control.getLayoutData()).exclude = !wanted;
        control.setVisible(wanted);
    }

    /** What is typed while one writes belongs to the server: no shortcut of the console may take it. */
    private void shortcuts(boolean on) {
        if (PlatformUI.isWorkbenchRunning()) {
            PlatformUI.getWorkbench().getService(IBindingService.class).setKeyFilterEnabled(on);
        }
    }

    @Override
    public void setFocus() {
        stack.topControl.setFocus();
    }
}
