package org.dcos.ui.parts.relocation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.dcos.domain.cmdb.Relocation;
import org.dcos.domain.relocation.RelocationPlan;
import org.dcos.ui.canvas.control.FlatButton;
import org.dcos.ui.canvas.control.PanelTitle;
import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.relocation.RelocationRow;
import org.dcos.ui.model.relocation.RelocationWords;
import org.dcos.ui.model.relocation.RelocationsModel;
import org.dcos.ui.model.relocation.StepRow;
import org.dcos.ui.parts.widget.Column;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Native;
import org.dcos.ui.parts.widget.RowTable;
import org.dcos.ui.parts.widget.Sentence;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** The relocations, the steps of the chosen one with a box to tick each, and what is left of it. */
public final class RelocationsPart extends DeskPart {

    public static final String ID = "org.dcos.view.relocations";

    private static final int LIST_HEIGHT = 130;
    private static final int OUTLOOK_LINES = 6;

    private RelocationsModel model;
    private RelocationWords words;
    private PanelTitle title;
    private FlatButton tick;
    private FlatButton rollBack;
    private RowTable<RelocationRow> list;
    private RowTable<StepRow> steps;
    private Text outlook;

    @Override
    protected void create(Composite body) {
        model = new RelocationsModel(desk().estate(), desk().modelTexts(), desk().clock().getZone());
        words = new RelocationWords(desk().modelTexts());
        body.setLayout(Layouts.column());
        createHead(body);
        list = new RowTable<>(body, List.of(Column.of(text("relocations.what"), 45, RelocationRow::title),
                Column.of(text("relocations.state"), 15, RelocationRow::state),
                Column.<RelocationRow>of(text("relocations.steps"), 15, RelocationRow::progress).right(),
                Column.<RelocationRow>of(text("relocations.begun"), 25, RelocationRow::begun).muted()),
                row -> row.relocation().id());
        Layouts.wide(list.control(), LIST_HEIGHT);
        list.onSelect(row -> model.choose(row.map(RelocationRow::relocation).map(Relocation::id)));
        steps = new RowTable<>(body, List.of(
                Column.<StepRow>of("", 5, row -> row.ticked() ? "☑" : "☐"),
                Column.<StepRow>of(text("relocations.machine"), 20, StepRow::machine).in(RelocationsPart::colour),
                Column.<StepRow>of(text("relocations.step"), 25, StepRow::step).in(RelocationsPart::colour),
                Column.<StepRow>of(text("relocations.place"), 20, StepRow::place).muted(),
                Column.<StepRow>of(text("relocations.done"), 30, StepRow::done).muted()), StepRow::id);
        Layouts.fill(steps.control());
        steps.onSelect(_ -> enable());
        steps.onOpen(this::tick);
        outlook = new Text(body, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
        Native.colours(outlook, Token.PANEL);
        var data = new GridData(SWT.FILL, SWT.FILL, true, false);
        data.heightHint = OUTLOOK_LINES * outlook.getLineHeight();
        data.horizontalIndent = 10;
        outlook.setLayoutData(data);
        follow(model.rows(), this::show);
        follow(model.steps(), this::steps);
        follow(model.outlook(), plan -> outlook.setText(plan.map(this::said).orElse("")));
        follow(model.problem(), problem -> title.show(text("relocations.title"), problem));
        follow(desk().estate().connection(), _ -> model.load());
        follow(desk().estate().recorded(), recorded -> {
            if (recorded.count() > 0) {
                model.changed(recorded);
            }
        });
    }

    private void createHead(Composite body) {
        var head = Layouts.wide(new Composite(body, SWT.NONE));
        var layout = Layouts.grid(4, 0, 10);
        layout.marginLeft = 10;
        layout.marginRight = 10;
        layout.marginTop = 4;
        head.setLayout(layout);
        title = Layouts.wide(new PanelTitle(head));
        tick = button(head, "relocations.tick", Icon.ACKNOWLEDGE, () -> chosenStep().ifPresent(this::tick));
        rollBack = button(head, "relocations.rollback", Icon.HISTORY, this::rollBack);
        button(head, "relocations.refresh", Icon.REFRESH, model::load);
    }

    private FlatButton button(Composite head, String key, Icon icon, Runnable run) {
        var button = new FlatButton(head);
        button.setText(text(key));
        button.setIcon(icon, text(key));
        button.setWeight(FlatButton.Weight.BARE);
        button.onPress(run);
        return button;
    }

    private static Token colour(StepRow row) {
        return row.ticked() ? Token.MUTED : row.next() ? Token.ACCENT : Token.TEXT;
    }

    private void show(List<RelocationRow> rows) {
        list.setRows(rows);
        if (model.chosen().isEmpty() && !rows.isEmpty()) {
            var first = rows.getFirst().relocation().id();
            list.select(first);
            model.choose(Optional.of(first));
        }
        enable();
    }

    private void steps(List<StepRow> rows) {
        steps.setRows(rows);
        enable();
    }

    private Optional<StepRow> chosenStep() {
        return steps.selected().filter(StepRow::next)
                .or(() -> steps.rows().stream().filter(StepRow::next).findFirst());
    }

    private void enable() {
        tick.setEnabled(chosenStep().isPresent());
        rollBack.setEnabled(model.chosen().filter(Relocation::open).isPresent());
    }

    private void tick(StepRow step) {
        if (step.next()) {
            model.tick(step, "");
        }
    }

    private void rollBack() {
        if (Sentence.ask(getSite().getShell(), desk().texts(), text("relocations.rollback"),
                text("relocations.rollback.ask"), text("relocations.rollback"))) {
            model.rollBack("");
        }
    }

    private String said(RelocationPlan plan) {
        if (plan.machines().isEmpty()) {
            return "";
        }
        return plan.issues().stream().map(issue -> "• " + words.of(issue) + "\n").collect(Collectors.joining())
                + String.join("\n", words.lines(plan));
    }

    @Override
    public void setFocus() {
        steps.control().setFocus();
    }
}
