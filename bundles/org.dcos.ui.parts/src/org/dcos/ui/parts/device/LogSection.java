package org.dcos.ui.parts.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.bmc.Bmc;
import org.dcos.ui.canvas.control.FlatButton;
import org.dcos.ui.canvas.control.Pill;
import org.dcos.ui.canvas.control.SearchBox;
import org.dcos.ui.canvas.control.Segmented;
import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.device.DeviceModel;
import org.dcos.ui.model.eventlog.EventLogModel;
import org.dcos.ui.model.eventlog.LogHead;
import org.dcos.ui.model.eventlog.LogLanes;
import org.dcos.ui.model.eventlog.LogLens;
import org.dcos.ui.model.eventlog.LogRow;
import org.dcos.ui.model.eventlog.LogSight;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.power.OperationJob;
import org.dcos.ui.parts.widget.Column;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Marks;
import org.dcos.ui.parts.widget.RowTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.IWorkbenchSite;

/** The event log of the server's BMC: over time above, entry by entry below. */
final class LogSection implements DeviceSection {

    private static final int PAUSE_TYPING_MILLIS = 200;

    private final Composite content;
    private final IWorkbenchSite site;
    private final Desk desk;
    private final DeviceModel device;
    private final EventLogModel model;
    private final Pill state;
    private final TroubleLine trouble;
    private final LogTimelineView timeline;
    private final RowTable<LogRow> table;
    private final LogDetails details;
    private Note summary;
    private FlatButton read;
    private FlatButton clear;
    private FlatButton export;
    private SearchBox search;

    LogSection(Composite parent, IWorkbenchSite site, Desk desk, DeviceModel device) {
        this.site = site;
        this.desk = desk;
        this.device = device;
        model = new EventLogModel(desk.estate(), device.bmc(), desk.modelTexts(), desk.clock());
        content = new Composite(parent, SWT.NONE);
        content.setLayout(Layouts.grid(1, 0, 4));
        content.addDisposeListener(_ -> model.close());
        createButtons();
        state = Layouts.wide(new Pill(content));
        trouble = new TroubleLine(content);
        createFilter();
        timeline = new LogTimelineView(content, desk.texts(), model, this::pointed);
        table = new RowTable<>(content, columns(), LogRow::id);
        Layouts.fill(table.control());
        details = new LogDetails(content, desk.texts(), model);
        table.onSelect(row -> {
            row.map(LogRow::id).ifPresent(timeline::show);
            details.show(row);
        });
        DeskPart.follow(content, model.head(), this::show);
        DeskPart.follow(content, model.sight(), this::show);
        DeskPart.follow(content, model.problem(), _ -> trouble());
    }

    @Override
    public Control control() {
        return content;
    }

    @Override
    public void shown(boolean seen) {
        model.watch(seen);
    }

    @Override
    public void tick() {
        model.tick();
    }

    private String text(String key, Object... arguments) {
        return desk.texts().get(key, arguments);
    }

    private void createButtons() {
        var bar = Layouts.wide(new Composite(content, SWT.NONE));
        bar.setLayout(Layouts.grid(5, 0, 8));
        read = button(bar, "log.read", Icon.REFRESH, this::read);
        clear = button(bar, "log.clear", Icon.DELETE, this::clear);
        var space = new Composite(bar, SWT.NONE);
        space.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        ((GridData) space.getLayoutData()).heightHint = 1;
        var lanes = new FlatButton(bar);
        lanes.setIcon(Icon.TABLE, text("log.lanes"));
        lanes.setMenuArrow(true);
        lanes.onPress(() -> lanes(lanes));
        export = new FlatButton(bar);
        export.setIcon(Icon.IMPORT, text("log.export"));
        export.onPress(this::export);
    }

    private FlatButton button(Composite bar, String key, Icon icon, Runnable press) {
        var button = new FlatButton(bar);
        button.setText(text(key));
        button.setIcon(icon, text(key + ".tip"));
        button.onPress(press);
        return button;
    }

    private void createFilter() {
        var bar = Layouts.wide(new Composite(content, SWT.NONE));
        bar.setLayout(Layouts.grid(2, 0, 8));
        search = Layouts.wide(new SearchBox(bar));
        search.setHints(text("log.search"), "");
        search.field().addListener(SWT.Modify, _ -> later());
        var lenses = new Segmented(bar);
        lenses.setItems(text("log.lens"), List.of(text("log.lens.ALL"), text("log.lens.WARNING"),
                text("log.lens.CRITICAL")));
        lenses.onSelect(index -> model.want(LogLens.values()[index]));
        summary = Layouts.wide(new Note(content));
    }

    private List<Column<LogRow>> columns() {
        return List.of(Column.of(text("log.moment"), 27, LogRow::time),
                Column.<LogRow>of(text("log.severity"), 22, LogRow::severity).marked(row -> Marks.of(row.mark()))
                        .in(row -> colour(row) == Token.TEXT ? Token.MUTED : colour(row)),
                Column.of(text("log.sensor"), 20, LogRow::sensor),
                Column.<LogRow>of(text("log.what"), 31, LogRow::what).in(LogSection::colour));
    }

    private static Token colour(LogRow row) {
        return switch (row.mark()) {
            case WARNING -> Token.WARNING;
            case CRITICAL -> Token.CRITICAL;
            case NONE, OFF, WELL, STALE -> Token.TEXT;
        };
    }

    private void later() {
        var typed = search.field().getText();
        search.getDisplay().timerExec(PAUSE_TYPING_MILLIS, () -> {
            if (!search.isDisposed() && typed.equals(search.field().getText())) {
                model.search(typed);
            }
        });
    }

    private void show(LogHead head) {
        var line = head.bmc() ? head.line() : text("log.no.bmc");
        state.show(Marks.of(head.mark()), line);
        state.setToolTipText(line);
        read.setEnabled(head.bmc());
        clear.setEnabled(head.bmc());
        trouble();
    }

    private void trouble() {
        var problem = model.problem().getValue();
        trouble.show(Mark.WARNING, problem.isEmpty() ? model.head().getValue().trouble() : problem);
    }

    private void show(LogSight sight) {
        summary.show(sight.summary());
        timeline.show(sight);
        table.setRows(sight.rows());
        export.setEnabled(!sight.rows().isEmpty());
        details.show(table.selected());
    }

    /** An entry was chosen on the time line. */
    private void pointed(String entry) {
        table.select(entry);
        details.show(table.selected());
    }

    private void lanes(FlatButton button) {
        var menu = new Menu(button);
        for (var lanes : LogLanes.values()) {
            var item = new MenuItem(menu, SWT.RADIO);
            item.setText(desk.texts().of("log.lanes", lanes));
            item.setSelection(model.lanes() == lanes);
            item.addListener(SWT.Selection, _ -> {
                if (item.getSelection()) {
                    model.lanes(lanes);
                }
            });
        }
        menu.addListener(SWT.Hide, _ -> button.getDisplay().asyncExec(menu::dispose));
        var at = button.toDisplay(0, button.getSize().y);
        menu.setLocation(at.x, at.y);
        menu.setVisible(true);
    }

    private Optional<UUID> bmc() {
        return device.bmc().getValue().map(Bmc::id);
    }

    private String name() {
        return device.page().getValue().map(page -> page.name()).orElse("");
    }

    private void read() {
        bmc().ifPresent(bmc -> OperationJob.start(site.getWorkbenchWindow(), desk, name(),
                core -> core.eventLogs().read(bmc)));
    }

    private void clear() {
        bmc().ifPresent(bmc -> new BmcReasonDialog(content.getShell(), desk.texts(), text("log.clear.title", name()),
                text("log.clear.sentence", name()), text("log.clear.action")).ask()
                        .ifPresent(why -> OperationJob.start(site.getWorkbenchWindow(), desk, name(),
                                core -> core.eventLogs().clear(bmc, why))));
    }

    private void export() {
        var dialog = new FileDialog(content.getShell(), SWT.SAVE);
        dialog.setText(text("log.export"));
        dialog.setFileName("event-log-%s.csv".formatted(name()));
        dialog.setOverwrite(true);
        var chosen = dialog.open();
        if (chosen != null) {
            var words = model.csv();
            desk.estate().inBackground(() -> write(Path.of(chosen), words));
        }
    }

    private void write(Path file, String words) {
        try {
            Files.writeString(file, words);
        } catch (IOException e) {
            desk.inRealm(() -> desk.trouble(content.getShell(), text("log.export.failed", file, e.getMessage())));
        }
    }
}
