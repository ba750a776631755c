package org.dcos.ui.parts.alert;

import java.util.List;
import java.util.Optional;
import java.util.Properties;

import org.dcos.domain.alert.AlertState;
import org.dcos.ui.canvas.control.FlatButton;
import org.dcos.ui.canvas.control.PanelTitle;
import org.dcos.ui.canvas.control.Segmented;
import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.alert.AlertRow;
import org.dcos.ui.model.alert.AlertsModel;
import org.dcos.ui.model.rack.RacksModel;
import org.dcos.ui.parts.widget.Column;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Marks;
import org.dcos.ui.parts.widget.RowTable;
import org.dcos.ui.parts.widget.Widths;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;

/** What is wrong, where, since when, why we think so and who looks after it. Choosing a line shows its server. */
public final class AlertsPart extends DeskPart {

    public static final String ID = "org.dcos.alerts";

    private Properties kept = new Properties();
    private AlertsModel model;
    private PanelTitle title;
    private FlatButton acknowledge;
    private Segmented which;
    private RowTable<AlertRow> table;

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        kept = Widths.read(memento);
    }

    @Override
    protected void create(Composite body) {
        model = new AlertsModel(desk().estate(), desk().modelTexts(), desk().clock(), desk().clock().getZone());
        body.setLayout(Layouts.column());
        createHead(body);
        table = new RowTable<>(body, columns(), row -> row.alert().id());
        Layouts.fill(table.control());
        table.restore(kept);
        table.onSelect(row -> row.ifPresent(this::reveal));
        table.onOpen(_ -> acknowledge());
        follow(model.summary(), text -> title.show(text("alerts.title"), text));
        follow(model.rows(), this::show);
        follow(model.problem(), problem -> {
            if (!problem.isEmpty()) {
                title.show(text("alerts.title"), problem);
            }
        });
    }

    private void createHead(Composite body) {
        var head = Layouts.wide(new Composite(body, SWT.NONE));
        var layout = Layouts.grid(3, 0, 10);
        layout.marginLeft = 10;
        layout.marginRight = 10;
        layout.marginTop = 4;
        head.setLayout(layout);
        title = Layouts.wide(new PanelTitle(head));
        acknowledge = new FlatButton(head);
        acknowledge.setText(text("alerts.acknowledge"));
        acknowledge.setIcon(Icon.ACKNOWLEDGE, text("alerts.acknowledge.tip"));
        acknowledge.setWeight(FlatButton.Weight.BARE);
        acknowledge.onPress(this::acknowledge);
        which = new Segmented(head);
        which.setItems(text("alerts.which"), List.of(text("alerts.open"), text("alerts.resolved")));
        which.onSelect(i -> model.showResolved(i == 1));
    }

    private List<Column<AlertRow>> columns() {
        return List.of(
                Column.<AlertRow>of(text("alerts.since"), 8, AlertRow::since).marked(row -> Marks.of(row.mark())),
                Column.<AlertRow>of(text("alerts.severity"), 7, AlertRow::severity).in(AlertsPart::colour),
                Column.of(text("alerts.what"), 25, AlertRow::what),
                Column.of(text("alerts.where"), 16, AlertRow::where),
                Column.<AlertRow>of(text("alerts.why"), 27, AlertRow::why).muted(),
                Column.of(text("alerts.state"), 17, AlertRow::state));
    }

    private static Token colour(AlertRow row) {
        if (row.alert().state() == AlertState.RESOLVED) {
            return Token.MUTED;
        }
        return switch (row.alert().severity()) {
            case INFO -> Token.TEXT;
            case WARNING -> Token.WARNING;
            case CRITICAL -> Token.CRITICAL;
        };
    }

    private void show(List<AlertRow> rows) {
        table.setRows(rows);
        enable();
    }

    private void reveal(AlertRow row) {
        var estate = desk().estate().estate().getValue();
        var server = row.alert().server();
        if (estate.servers().containsKey(server)) {
            var place = new RacksModel(desk().modelTexts(), desk().clock()).placeOf(estate, server);
            desk().selection().reveal(server, place);
        }
        enable();
    }

    private void enable() {
        acknowledge.setEnabled(firing().isPresent());
    }

    private Optional<AlertRow> firing() {
        return table.selected().filter(row -> row.alert().state() == AlertState.FIRING);
    }

    /** Whether there is a chosen alert that nobody looks after yet. */
    public boolean canAcknowledge() {
        return firing().isPresent();
    }

    /** Asks for a note and says that the operator looks after the chosen alert. */
    public void acknowledge() {
        firing().ifPresent(row -> new AcknowledgeDialog(getSite().getShell(), desk().texts(), row).ask()
                .ifPresent(note -> model.acknowledge(row.alert().id(), note)));
    }

    /** Changes between open and resolved ones. */
    public void toggleResolved() {
        which.select(1 - which.selected());
        model.showResolved(which.selected() == 1);
    }

    @Override
    public void saveState(IMemento memento) {
        Widths.write(memento, table.state());
    }

    @Override
    public void setFocus() {
        table.control().setFocus();
    }
}
