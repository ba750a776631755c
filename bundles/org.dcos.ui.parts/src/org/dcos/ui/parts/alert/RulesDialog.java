package org.dcos.ui.parts.alert;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.alert.RuleForm;
import org.dcos.ui.model.alert.RuleRow;
import org.dcos.ui.model.alert.RulesModel;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.widget.Column;
import org.dcos.ui.parts.widget.DeskDialog;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.RowTable;
import org.dcos.ui.parts.widget.Sentence;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

/** The rules that raise alerts, to be switched, changed, added and deleted. */
final class RulesDialog extends DeskDialog {

    private static final int WIDE = 860;
    private static final int HIGH = 260;

    private final Desk desk;
    private final RulesModel model;
    private RowTable<RuleRow> table;

    RulesDialog(Shell parent, Desk desk, RulesModel model) {
        super(parent, desk.texts(), desk.texts().get("rules.title"), desk.texts().get("close"));
        this.desk = desk;
        this.model = model;
    }

    @Override
    protected String sentence() {
        return texts().get("rules.sentence");
    }

    @Override
    protected int width() {
        return WIDE;
    }

    @Override
    protected void create(Composite body) {
        table = new RowTable<>(body, List.of(Column.of(texts().get("rules.name"), 30, RuleRow::name),
                Column.<RuleRow>of(texts().get("rules.state"), 8, RuleRow::state)
                        .in(row -> row.rule().enabled() ? Token.TEXT : Token.MUTED),
                Column.of(texts().get("rules.severity"), 10, RuleRow::severity),
                Column.of(texts().get("rules.condition"), 41, RuleRow::condition),
                Column.<RuleRow>of(texts().get("rules.hold"), 11, RuleRow::hold).right()), row -> row.rule().id());
        Layouts.wide(table.control(), HIGH);
        table.onOpen(this::edit);
        var buttons = new Composite(body, SWT.NONE);
        buttons.setLayout(Layouts.grid(4, 0, 8));
        button(buttons, "rules.add", () -> edit(RuleForm.fresh(UUID.randomUUID())));
        onChosen(button(buttons, "rules.edit", () -> table.selected().ifPresent(this::edit)));
        onChosen(button(buttons, "rules.toggle", () -> table.selected().map(RuleRow::rule).ifPresent(model::toggle)));
        onChosen(button(buttons, "rules.delete", () -> table.selected().ifPresent(this::delete)));
    }

    private Button button(Composite parent, String key, Runnable work) {
        var button = new Button(parent, SWT.PUSH);
        button.setText(texts().get(key));
        button.addListener(SWT.Selection, _ -> work.run());
        return button;
    }

    private void onChosen(Button button) {
        button.setEnabled(false);
        table.onSelect(row -> button.setEnabled(row.isPresent()));
    }

    @Override
    protected void ready() {
        hide(IDialogConstants.CANCEL_ID);
        DeskPart.follow(table.control(), model.rows(), table::setRows);
        Consumer<String> show = this::problem;
        DeskPart.follow(table.control(), model.problem(), show);
        model.load();
    }

    private void edit(RuleRow row) {
        edit(RuleForm.of(row.rule()));
    }

    private void edit(RuleForm form) {
        new RuleDialog(getShell(), desk, model, form).open();
    }

    private void delete(RuleRow row) {
        if (Sentence.ask(getShell(), texts(), texts().get("rules.delete.title"),
                texts().get("rules.delete.sentence", row.name()), texts().get("rules.delete"))) {
            model.delete(row.rule());
        }
    }
}
