package org.dcos.ui.parts.deviation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import org.dcos.domain.deviation.Deviation;
import org.dcos.domain.deviation.DeviationKind;
import org.dcos.domain.deviation.DeviationState;
import org.dcos.ui.canvas.audit.Coverage;
import org.dcos.ui.canvas.audit.CoverageBar;
import org.dcos.ui.canvas.audit.KindTiles;
import org.dcos.ui.canvas.audit.Tile;
import org.dcos.ui.canvas.control.FlatButton;
import org.dcos.ui.canvas.control.PanelTitle;
import org.dcos.ui.canvas.control.SearchBox;
import org.dcos.ui.canvas.control.Segmented;
import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.deviation.AuditModel;
import org.dcos.ui.model.deviation.AuditProgress;
import org.dcos.ui.model.deviation.AuditSight;
import org.dcos.ui.model.deviation.DecisionForm.Deed;
import org.dcos.ui.model.deviation.DeviationRow;
import org.dcos.ui.model.deviation.DeviationSight;
import org.dcos.ui.model.deviation.KindTile;
import org.dcos.ui.model.deviation.Lens;
import org.dcos.ui.model.deviation.RunSight;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.widget.Column;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Marks;
import org.dcos.ui.parts.widget.RowTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** The widgets of the audit board, and what they are bound to. */
final class AuditBoard {

    private static final String ALL = "ALL";
    private static final int[] ACROSS = {58, 42};
    private static final int MARGIN = 10;
    private static final int PAUSE_TYPING_MILLIS = 80;
    private static final int MOST_RUNS = 15;
    private static final int SEARCH = 220;

    private final Desk desk;
    private final AuditModel model;
    private final Composite body;
    private PanelTitle title;
    private SearchBox search;
    private FlatButton runNow;
    private FlatButton runs;
    private CoverageBar coverage;
    private KindTiles tiles;
    private RowTable<DeviationRow> table;
    private DeviationPanel panel;

    /** @param run begins an audit @param open goes to the device of a deviation */
    AuditBoard(Composite body, Desk desk, AuditModel model, Runnable run, Consumer<Deviation> open) {
        this.desk = desk;
        this.model = model;
        this.body = body;
        body.setLayout(Layouts.column());
        createHead(run);
        createCoverage();
        createTiles();
        var across = Layouts.fill(new SashForm(body, SWT.HORIZONTAL | SWT.SMOOTH));
        createTable(across, open);
        panel = new DeviationPanel(across, desk, this::decide, () -> chosen().ifPresent(open));
        across.setWeights(ACROSS);
        DeskPart.follow(body, model.sight(), this::show);
        DeskPart.follow(body, model.detail(), panel::show);
        DeskPart.follow(body, model.progress(), this::progress);
        DeskPart.follow(body, model.problem(), _ -> head());
    }

    private String text(String key, Object... arguments) {
        return desk.texts().get(key, arguments);
    }

    private void createHead(Runnable run) {
        var head = Layouts.wide(new Composite(body, SWT.NONE));
        var layout = Layouts.grid(4, 0, 8);
        layout.marginLeft = MARGIN;
        layout.marginRight = MARGIN;
        layout.marginTop = 4;
        head.setLayout(layout);
        title = Layouts.wide(new PanelTitle(head));
        search = new SearchBox(head);
        search.setHints(text("audit.search"), "");
        var room = new GridData(SWT.END, SWT.CENTER, false, false);
        room.widthHint = SEARCH;
        search.setLayoutData(room);
        search.field().addListener(SWT.Modify, _ -> later());
        var lenses = new Segmented(head);
        lenses.setItems(text("audit.lens"), List.of(text("audit.lens.DUE"), text("audit.lens.MINE"),
                text("audit.lens.IGNORED"), text("audit.lens.SETTLED")));
        lenses.onSelect(index -> model.lens(Lens.values()[index]));
        runNow = new FlatButton(head);
        runNow.setText(text("audit.run"));
        runNow.setIcon(Icon.DISCOVER, text("audit.run"));
        runNow.onPress(() -> {
            if (model.progress().getValue().isPresent()) {
                model.cancel();
            } else {
                run.run();
            }
        });
    }

    private void createCoverage() {
        var line = Layouts.wide(new Composite(body, SWT.NONE));
        var layout = Layouts.grid(2, 0, 12);
        layout.marginLeft = MARGIN;
        layout.marginRight = MARGIN;
        layout.marginTop = 6;
        line.setLayout(layout);
        coverage = Layouts.wide(new CoverageBar(line));
        coverage.onSelect(part -> part.filter(id -> !id.equals("answered")).ifPresent(_ -> showUnseen()));
        runs = new FlatButton(line);
        runs.setText(text("audit.runs"));
        runs.setWeight(FlatButton.Weight.BARE);
        runs.setMenuArrow(true);
        runs.onPress(this::chooseRun);
        runs.setLayoutData(new GridData(SWT.END, SWT.BEGINNING, false, false));
    }

    private void createTiles() {
        tiles = new KindTiles(body);
        var data = new GridData(SWT.FILL, SWT.BEGINNING, true, false);
        data.horizontalIndent = MARGIN;
        data.verticalIndent = 6;
        tiles.setLayoutData(data);
        tiles.onSelect(id -> model.kind(id.filter(kind -> !kind.equals(ALL)).map(DeviationKind::valueOf)));
        tiles.addListener(SWT.Resize, _ -> fitTiles());
    }

    private void createTable(Composite across, Consumer<Deviation> open) {
        table = new RowTable<>(across, List.of(
                Column.<DeviationRow>of(text("audit.what"), 20, DeviationRow::what)
                        .marked(row -> Marks.of(row.mark())),
                Column.<DeviationRow>of(text("audit.kind"), 16, DeviationRow::kind).muted(),
                Column.of(text("audit.told"), 25, DeviationRow::told),
                Column.<DeviationRow>of(text("audit.where"), 10, DeviationRow::where).muted(),
                Column.<DeviationRow>of(text("audit.since"), 9, DeviationRow::since).right(),
                Column.of(text("audit.owner"), 9, DeviationRow::owner),
                Column.<DeviationRow>of(text("audit.state"), 11, DeviationRow::standing).in(AuditBoard::colour)),
                row -> row.deviation().id());
        table.onSelect(row -> model.choose(row.map(one -> one.deviation().id())));
        table.onOpen(row -> open.accept(row.deviation()));
    }

    private static Token colour(DeviationRow row) {
        return row.deviation().state() == DeviationState.OPEN ? Token.TEXT : Token.MUTED;
    }

    private void later() {
        var typed = search.field().getText();
        search.getDisplay().timerExec(PAUSE_TYPING_MILLIS, () -> {
            if (!search.isDisposed() && typed.equals(search.field().getText())) {
                model.text(typed);
            }
        });
    }

    private void show(AuditSight sight) {
        head();
        coverage.show(sight.run().map(this::coverage).orElseGet(() -> new Coverage("",
                sight.loaded() ? text("audit.never") : "", "", Mark.NONE, List.of())));
        runs.setEnabled(!sight.runs().isEmpty());
        boolean otherHeight = tiles.show(text("audit.kinds"), sight.tiles().stream().map(AuditBoard::tile).toList());
        tiles.select(sight.kind().map(Enum::name).orElse(ALL));
        if (otherHeight) {
            fitTiles();
        }
        panel.showNothing(sight.rows().isEmpty() && sight.loaded() ? sight.summary() : text("audit.choose"));
        table.setRows(sight.rows());
        if (table.selected().isEmpty() && !sight.rows().isEmpty()) {
            var first = sight.rows().getFirst().deviation().id();
            table.select(first);
            model.choose(Optional.of(first));
        } else if (sight.rows().isEmpty()) {
            model.choose(Optional.empty());
        }
    }

    private void fitTiles() {
        var data = (GridData) tiles.getLayoutData();
        int width = body.getClientArea().width - 2 * MARGIN;
        int height = tiles.computeSize(Math.max(1, width), SWT.DEFAULT).y;
        if (data.heightHint != height || data.widthHint != width) {
            data.heightHint = height;
            data.widthHint = width;
            data.grabExcessHorizontalSpace = false;
            data.horizontalAlignment = SWT.BEGINNING;
            body.layout();
        }
    }

    private void head() {
        var problem = model.problem().getValue();
        title.show(text("audit.title"), problem.isEmpty() ? model.sight().getValue().summary() : problem);
    }

    private Coverage coverage(RunSight run) {
        var audit = run.run();
        return new Coverage("%s · %s · %s".formatted(run.when(), run.state(), run.found()),
                run.told(), run.records(), run.complete() ? Mark.OK : Mark.STALE, List.of(
                        part("answered", audit.answered(), Mark.OK), part("silent", audit.silent(), Mark.STALE),
                        part("refused", audit.refused(), Mark.WARNING),
                        part("not.asked", audit.notAsked(), Mark.UNKNOWN)));
    }

    private Coverage.Part part(String id, int count, Mark mark) {
        return new Coverage.Part(id, count, text("audit.part." + id, count), mark);
    }

    private static Tile tile(KindTile tile) {
        return new Tile(tile.kind().map(Enum::name).orElse(ALL), tile.title(),
                String.format(Locale.ROOT, "%,d", tile.count()), tile.detail(), Marks.of(tile.mark()));
    }

    private void progress(Optional<AuditProgress> progress) {
        runNow.setText(progress.map(running -> text("audit.running", running.words()))
                .orElseGet(() -> text("audit.run")));
        runNow.setToolTipText(progress.isPresent() ? text("audit.cancel") : text("audit.run"));
        runNow.requestLayout();
    }

    private void chooseRun() {
        var menu = new Menu(runs);
        var shown = model.sight().getValue().run().map(run -> run.run().id());
        model.sight().getValue().runs().stream().limit(MOST_RUNS).forEach(run -> {
            var item = new MenuItem(menu, SWT.RADIO);
            item.setText("%s · %s · %s".formatted(run.when(), run.state(), run.found()));
            item.setSelection(shown.filter(run.run().id()::equals).isPresent());
            item.setEnabled(run.run().ended().isPresent());
            item.addListener(SWT.Selection, _ -> model.run(Optional.of(run.run().id())));
        });
        menu.setLocation(runs.toDisplay(0, runs.getSize().y));
        menu.addListener(SWT.Hide, _ -> runs.getDisplay().asyncExec(menu::dispose));
        menu.setVisible(true);
    }

    boolean hasUnseen() {
        return model.sight().getValue().run().filter(run -> run.unseen() > 0).isPresent();
    }

    void showUnseen() {
        model.sight().getValue().run().ifPresent(run -> model.unseen(run.run().id(), rows -> {
            if (!body.isDisposed()) {
                new UnseenDialog(body.getShell(), desk.texts(), run, rows).open();
            }
        }));
    }

    /** The chosen deviation. */
    Optional<Deviation> chosen() {
        return model.detail().getValue().map(DeviationSight::row).map(DeviationRow::deviation);
    }

    boolean can(Deed deed) {
        return DeviationPanel.can(deed, model.detail().getValue());
    }

    void decide(Deed deed) {
        var sight = model.detail().getValue();
        if (can(deed)) {
            sight.ifPresent(shown -> new DecisionDialog(body.getShell(), desk, shown, deed, model.me()).ask()
                    .ifPresent(decision -> model.decide(shown.row().deviation(), decision, () -> {})));
        }
    }

    void setFocus() {
        table.control().setFocus();
    }
}
