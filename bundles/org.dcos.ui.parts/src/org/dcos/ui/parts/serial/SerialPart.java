package org.dcos.ui.parts.serial;

import java.io.IOException;
import java.nio.file.Files;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

import org.dcos.domain.cmdb.Server;
import org.dcos.ui.canvas.control.FlatButton;
import org.dcos.ui.canvas.control.PanelTitle;
import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.canvas.terminal.TerminalCanvas;
import org.dcos.ui.model.serial.SerialModel;
import org.dcos.ui.model.serial.SerialSight;
import org.dcos.ui.parts.exchange.ExportFile;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Sentence;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.keys.IBindingService;

/** The serial console of a server through its BMC, as a terminal: one writes, the others watch. */
public final class SerialPart extends DeskPart {

    public static final String ID = "org.dcos.view.serial";

    private static final int MARGIN = 10;
    private static final int SEARCH = 150;

    private SerialModel model;
    private PanelTitle title;
    private FlatButton open;
    private FlatButton pen;
    private FlatButton stop;
    private FlatButton pause;
    private FlatButton recording;
    private Text search;
    private TerminalCanvas terminal;

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
        terminal = Layouts.fill(new TerminalCanvas(body));
        terminal.onTyped(model::type);
        // what is typed belongs to the server: no shortcut of the console may take it
        terminal.addListener(SWT.FocusIn, _ -> shortcuts(false));
        terminal.addListener(SWT.FocusOut, _ -> shortcuts(true));
        terminal.addListener(SWT.Dispose, _ -> shortcuts(true));
        follow(model.sight(), this::show);
        follow(desk().selection().selected(), _ -> show(model.sight().getValue()));
    }

    private void createHead(Composite body) {
        var head = Layouts.wide(new Composite(body, SWT.NONE));
        var layout = Layouts.grid(8, 0, 4);
        layout.marginLeft = MARGIN;
        layout.marginRight = MARGIN;
        layout.marginTop = 4;
        head.setLayout(layout);
        title = Layouts.wide(new PanelTitle(head));
        open = button(head, "serial.open", Icon.CONSOLE, this::open);
        pen = button(head, "serial.write", Icon.EDIT, () -> model.write(!model.sight().getValue().writing()));
        pause = button(head, "serial.break", Icon.POWER, model::sendBreak);
        recording = button(head, "serial.record", Icon.DEPLOY, this::record);
        stop = button(head, "serial.end", Icon.DELETE, this::end);
        button(head, "serial.copy", Icon.TABLE, () -> terminal.copy());
        search = new Text(head, SWT.BORDER | SWT.SEARCH);
        search.setMessage(text("serial.search"));
        var data = new GridData(SWT.END, SWT.CENTER, false, false);
        data.widthHint = SEARCH;
        search.setLayoutData(data);
        search.addListener(SWT.DefaultSelection, _ -> {
            if (!terminal.find(search.getText())) {
                desk().notice().setValue(text("serial.notfound", search.getText()));
            }
        });
    }

    private FlatButton button(Composite parent, String key, Icon icon, Runnable run) {
        var button = new FlatButton(parent);
        button.setText(text(key));
        button.setIcon(icon, text(key + ".tip"));
        button.setWeight(FlatButton.Weight.BARE);
        button.onPress(run);
        return button;
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
        title.show(sight.title().isEmpty() ? text("serial.title") : sight.title(),
                sight.server().isEmpty() ? text("serial.hint") : sight.note());
        var server = chosen();
        boolean same = sight.server().isPresent() && server.map(Server::id).equals(sight.server());
        open.setText(text(same && sight.refused() ? "serial.takeover" : "serial.open"));
        open.setEnabled(server.isPresent() && !(same && sight.open()));
        pen.setText(text(sight.writing() ? "serial.release" : "serial.write"));
        pen.setEnabled(sight.open());
        pause.setEnabled(sight.writing());
        stop.setEnabled(sight.open());
        recording.setText(text(model.recording() ? "serial.recording" : "serial.record"));
        recording.setEnabled(sight.server().isPresent());
        open.getParent().layout();
        terminal.setWritable(sight.writing());
    }

    private void shortcuts(boolean on) {
        var bindings = getSite().getService(IBindingService.class);
        if (bindings != null) {
            bindings.setKeyFilterEnabled(on);
        }
    }

    @Override
    public void setFocus() {
        terminal.setFocus();
    }
}
