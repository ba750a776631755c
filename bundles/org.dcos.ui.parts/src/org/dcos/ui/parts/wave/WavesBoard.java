package org.dcos.ui.parts.wave;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.dcos.domain.power.ChassisOrder;
import org.dcos.domain.power.ChassisOrders.Rest;
import org.dcos.domain.power.ChassisRun;
import org.dcos.ui.canvas.control.FlatButton;
import org.dcos.ui.canvas.control.PanelTitle;
import org.dcos.ui.canvas.control.Segmented;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.wave.WaveRow;
import org.dcos.ui.model.wave.WaveRunRow;
import org.dcos.ui.model.wave.WaveRunsModel;
import org.dcos.ui.model.wave.WaveRunsModel.Outcomes;
import org.dcos.ui.model.wave.WaveSight;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.exchange.ExportFile;
import org.dcos.ui.parts.widget.Column;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Marks;
import org.dcos.ui.parts.widget.RowTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;

/** The widgets of the view of orders in waves, and what they are bound to. */
final class WavesBoard {

    private static final int LIST = 120;
    private static final int PICTURE = 178;
    private static final int MARGIN = 10;

    private final Desk desk;
    private final WaveRunsModel model;
    private final Composite body;
    private final Consumer<ChassisOrder> order;
    private PanelTitle title;
    private FlatButton goOn;
    private FlatButton pause;
    private FlatButton cancel;
    private FlatButton failed;
    private FlatButton rest;
    private FlatButton export;
    private RowTable<WaveRunRow> runs;
    private WavesView picture;
    private RowTable<WaveRow> rows;

    /** @param order shows the plan of an order and gives it when it is confirmed */
    WavesBoard(Composite body, Desk desk, WaveRunsModel model, Consumer<ChassisOrder> order) {
        this.body = body;
        this.desk = desk;
        this.model = model;
        this.order = order;
        body.setLayout(Layouts.column());
        createHead();
        createList();
        picture = new WavesView(inset(), desk.texts(), server -> server.ifPresent(id -> rows.select(id)));
        Layouts.wide(picture.control(), PICTURE);
        createFilter();
        createRows();
        DeskPart.follow(body, model.runs(), this::list);
        DeskPart.follow(body, model.sight(), this::show);
        DeskPart.follow(body, model.rows(), rows::setRows);
        DeskPart.follow(body, model.problem(), _ -> head());
    }

    private String text(String key, Object... arguments) {
        return desk.texts().get(key, arguments);
    }

    private Composite inset() {
        var inset = Layouts.wide(new Composite(body, SWT.NONE));
        GridLayout layout = Layouts.grid(1, 0, 0);
        layout.marginLeft = MARGIN;
        layout.marginRight = MARGIN;
        layout.marginTop = 8;
        layout.marginBottom = 4;
        inset.setLayout(layout);
        return inset;
    }

    private void createHead() {
        var head = Layouts.wide(new Composite(body, SWT.NONE));
        var layout = Layouts.grid(7, 0, 8);
        layout.marginLeft = MARGIN;
        layout.marginRight = MARGIN;
        layout.marginTop = 4;
        head.setLayout(layout);
        title = Layouts.wide(new PanelTitle(head));
        goOn = button(head, "waves.go.on", model::goOn);
        pause = button(head, "waves.hold", model::pause);
        cancel = button(head, "waves.cancel", model::cancel);
        failed = button(head, "waves.failed", () -> model.rest(Rest.FAILED, order));
        rest = button(head, "waves.rest", () -> model.rest(Rest.ALL, order));
        export = button(head, "waves.export", this::export);
    }

    private FlatButton button(Composite head, String key, Runnable run) {
        var button = new FlatButton(head);
        button.setText(text(key));
        button.onPress(run);
        return button;
    }

    private void createList() {
        runs = new RowTable<>(body, List.of(
                Column.<WaveRunRow>of(text("waves.what"), 18, WaveRunRow::what).marked(row -> Marks.of(row.mark())),
                Column.of(text("waves.stage"), 14, WaveRunRow::stage),
                Column.of(text("waves.progress"), 20, WaveRunRow::progress),
                Column.<WaveRunRow>of(text("waves.reason"), 24, WaveRunRow::reason).muted(),
                Column.<WaveRunRow>of(text("waves.ordered.by"), 10, WaveRunRow::by).muted(),
                Column.<WaveRunRow>of(text("waves.begun"), 14, WaveRunRow::begun).muted()),
                row -> row.run().id());
        Layouts.wide(runs.control(), LIST);
        runs.onSelect(row -> row.ifPresent(chosen -> model.choose(Optional.of(chosen.run().id()))));
    }

    private void createFilter() {
        var line = inset();
        var filter = new Segmented(line);
        filter.setItems(text("waves.filter"), Arrays.stream(Outcomes.values())
                .map(one -> desk.texts().of("waves.filter", one)).toList());
        filter.onSelect(index -> model.want(Outcomes.values()[index]));
    }

    private void createRows() {
        rows = new RowTable<>(body, List.of(
                Column.<WaveRow>of(text("waves.server"), 16, WaveRow::name).marked(row -> Marks.of(row.mark())),
                Column.<WaveRow>of(text("waves.wave"), 15, WaveRow::wave).muted(),
                Column.<WaveRow>of(text("waves.place"), 20, WaveRow::place).muted(),
                Column.of(text("waves.outcome"), 9, WaveRow::state),
                Column.<WaveRow>of(text("waves.time"), 8, WaveRow::time).muted(),
                Column.<WaveRow>of(text("waves.message"), 32, WaveRow::message).in(WavesBoard::colour)),
                WaveRow::server);
        Layouts.fill(rows.control());
        rows.onSelect(row -> row.ifPresent(chosen -> picture.select(chosen.server())));
    }

    private static Token colour(WaveRow row) {
        return switch (row.mark()) {
            case CRITICAL -> Token.CRITICAL;
            case STALE, WARNING -> Token.WARNING;
            case NONE, OFF, WELL -> Token.MUTED;
        };
    }

    private void list(List<WaveRunRow> all) {
        runs.setRows(all);
        model.chosen().ifPresent(run -> runs.select(run.id()));
        head();
    }

    private void show(WaveSight sight) {
        picture.show(sight);
        head();
    }

    private void head() {
        var problem = model.problem().getValue();
        var run = model.chosen();
        title.show(text("waves.title"), !problem.isEmpty() ? problem
                : run.isEmpty() ? text("waves.none") : model.sight().getValue().summary());
        goOn.setEnabled(run.filter(shown -> shown.stage().held()).isPresent());
        pause.setEnabled(run.filter(shown -> shown.stage() == ChassisRun.Stage.RUNNING).isPresent());
        cancel.setEnabled(run.filter(shown -> !shown.stage().ended()).isPresent());
        failed.setEnabled(model.left(Rest.FAILED) > 0);
        rest.setEnabled(model.left(Rest.ALL) > 0);
        export.setEnabled(run.isPresent());
    }

    private void export() {
        var content = model.csv(List.of(text("waves.server"), text("waves.wave"), text("waves.place"),
                text("waves.outcome"), text("waves.time"), text("waves.message"))).getBytes(StandardCharsets.UTF_8);
        ExportFile.ask(body.getShell(), "orders.csv", List.of("*.csv"))
                .ifPresent(file -> ExportFile.write(body.getShell(), desk, file, _ -> content));
    }

    void setFocus() {
        rows.control().setFocus();
    }
}
