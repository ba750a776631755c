package org.dcos.ui.parts.alert;

import java.util.Arrays;
import java.util.List;

import org.dcos.domain.alert.Severity;
import org.dcos.ui.canvas.control.ChoiceBox;
import org.dcos.ui.model.alert.RuleForm;
import org.dcos.ui.model.alert.RuleForm.Kind;
import org.dcos.ui.model.alert.RulesModel;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.widget.DeskDialog;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** One rule, new or changed. Fields that the chosen kind has no use for are not shown. */
final class RuleDialog extends DeskDialog {

    private static final List<Severity> LEVELS = List.of(Severity.WARNING, Severity.CRITICAL);

    private final Desk desk;
    private final RulesModel model;
    private final RuleForm form;
    private Text name;
    private ChoiceBox severity;
    private Text hold;
    private ChoiceBox kind;
    private Composite own;
    private ChoiceBox level;
    private Text hysteresis;
    private Composite limit;
    private Text sensor;
    private Text unit;
    private ChoiceBox direction;
    private Text raise;
    private Text clear;

    RuleDialog(Shell parent, Desk desk, RulesModel model, RuleForm form) {
        super(parent, desk.texts(), desk.texts().get("rule.title"), desk.texts().get("rule.save"));
        this.desk = desk;
        this.model = model;
        this.form = form;
    }

    @Override
    protected void create(Composite body) {
        label(body, texts().get("rules.name"));
        name = text(body, form.name());
        var line = group(body, 3);
        kind = choice(line, "rule.kind", desk.modelTexts()::of, "rule.kind", Kind.values(), form.kind().ordinal());
        severity = choice(line, "rule.severity", desk.modelTexts()::of, "severity", Severity.values(),
                form.severity().ordinal());
        hold = field(line, "rule.hold", form.hold());
        own = group(body, 2);
        level = choice(own, "rule.level", desk.modelTexts()::of, "severity", LEVELS.toArray(Severity[]::new),
                Math.max(0, LEVELS.indexOf(form.level())));
        hysteresis = field(own, "rule.hysteresis", form.hysteresis());
        limit = group(body, 5);
        sensor = field(limit, "rule.sensor", form.sensor());
        unit = field(limit, "rule.unit", form.unit());
        direction = choice(cell(limit, "rule.direction"), List.of(texts().get("rule.above"), texts().get("rule.below")),
                form.above() ? 0 : 1);
        raise = field(limit, "rule.raise", form.raiseAt());
        clear = field(limit, "rule.clear", form.clearAt());
        kind.addListener(SWT.Selection, _ -> {
            arrange();
            getShell().pack();
        });
        arrange();
    }

    @Override
    protected int width() {
        return 720;
    }

    private void arrange() {
        var chosen = Kind.values()[kind.getSelectionIndex()];
        show(own, chosen == Kind.SENSOR_OWN_THRESHOLD);
        show(limit, chosen == Kind.SENSOR_LIMIT);
    }

    private static void show(Control control, boolean visible) {
        control.setVisible(visible);
        ((GridData) control.getLayoutData()).exclude = !visible;
        control.requestLayout();
    }

    private static Composite group(Composite body, int columns) {
        var group = Layouts.wide(new Composite(body, SWT.NONE));
        group.setLayout(Layouts.grid(columns, 0, 8));
        return group;
    }

    private Composite cell(Composite parent, String key) {
        var cell = Layouts.wide(new Composite(parent, SWT.NONE));
        cell.setLayout(Layouts.grid(1, 0, 4));
        label(cell, texts().get(key));
        return cell;
    }

    private Text field(Composite parent, String key, String value) {
        return text(cell(parent, key), value);
    }

    private static Text text(Composite parent, String value) {
        var text = Layouts.wide(new Text(parent, SWT.BORDER));
        text.setText(value);
        return text;
    }

    /** How a value of a closed set is called. */
    private interface Words {
        String of(String prefix, Enum<?> value);
    }

    private ChoiceBox choice(Composite parent, String key, Words words, String prefix, Enum<?>[] values, int chosen) {
        return choice(cell(parent, key), Arrays.stream(values).map(value -> words.of(prefix, value)).toList(), chosen);
    }

    private static ChoiceBox choice(Composite parent, List<String> items, int chosen) {
        var box = Layouts.wide(new ChoiceBox(parent));
        box.setItems(items.toArray(String[]::new));
        box.select(chosen);
        return box;
    }

    private RuleForm typed() {
        return new RuleForm(form.id(), form.version(), name.getText(), form.enabled(),
                Severity.values()[severity.getSelectionIndex()], Kind.values()[kind.getSelectionIndex()],
                LEVELS.get(level.getSelectionIndex()), hysteresis.getText(), sensor.getText(), unit.getText(),
                direction.getSelectionIndex() == 0, raise.getText(), clear.getText(), hold.getText());
    }

    @Override
    protected void ready() {
        name.setFocus();
        DeskPart.follow(name, model.problem(), this::problem);
    }

    @Override
    protected void okPressed() {
        var typed = typed();
        var wrong = typed.problem(desk.modelTexts());
        problem(wrong);
        if (wrong.isEmpty()) {
            actionButton().setEnabled(false);
            model.save(typed.rule(), () -> {
                if (!name.isDisposed()) {
                    super.okPressed();
                }
            });
            getButton(IDialogConstants.OK_ID).setEnabled(true);
        }
    }
}
