package org.dcos.ui.parts.rack;

import java.util.Optional;

import org.dcos.domain.relocation.RelocationPlan;
import org.dcos.domain.relocation.RelocationTarget;
import org.dcos.ui.model.rack.RackEdits;
import org.dcos.ui.model.relocation.RelocationWords;
import org.dcos.ui.model.work.Outcome;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.widget.DeskDialog;
import org.dcos.ui.parts.widget.Layouts;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks what a device that was dragged elsewhere means, and shows what would come of it. */
final class MoveDialog extends DeskDialog {

    private static final int PLAN_HEIGHT = 200;
    private static final int WIDE = 640;

    /** What was chosen. @param correct the record is put right; else the machine is to be carried */
    record Choice(boolean correct, String why) {}

    private final Desk desk;
    private final RelocationTarget target;
    private final RelocationWords words;
    private Button carry;
    private Text plan;
    private Text why;
    private Optional<RelocationPlan> planned = Optional.empty();
    private Choice choice = new Choice(false, "");

    MoveDialog(Shell parent, Desk desk, String title, RelocationTarget target) {
        super(parent, desk.texts(), title, desk.words("move.do"));
        this.desk = desk;
        this.target = target;
        this.words = new RelocationWords(desk.modelTexts());
    }

    /** @return nothing when cancelled */
    Optional<Choice> ask() {
        return open() == Window.OK ? Optional.of(choice) : Optional.empty();
    }

    @Override
    protected int width() {
        return WIDE;
    }

    @Override
    protected void create(Composite body) {
        carry = new Button(body, SWT.RADIO);
        carry.setText(texts().get("move.carry"));
        carry.setSelection(true);
        var correct = new Button(body, SWT.RADIO);
        correct.setText(texts().get("move.correct"));
        carry.addListener(SWT.Selection, _ -> check());
        label(body, texts().get("move.plan"));
        plan = new Text(body, SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
        var data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.heightHint = PLAN_HEIGHT;
        data.widthHint = WIDE;
        plan.setLayoutData(data);
        label(body, texts().get("move.why"));
        why = Layouts.wide(new Text(body, SWT.BORDER));
    }

    @Override
    protected void ready() {
        plan.setText(texts().get("move.planning"));
        why.setFocus();
        check();
        Outcome.of(desk.estate(), desk.modelTexts(), core -> core.relocations().plan(RackEdits.order(target, "")),
                this::planned);
    }

    private void planned(Outcome<RelocationPlan> outcome) {
        if (plan.isDisposed()) {
            return;
        }
        planned = outcome.value();
        plan.setText(outcome.value().map(this::said).orElse(outcome.problem()));
        check();
    }

    private String said(RelocationPlan found) {
        var text = new StringBuilder();
        found.issues().forEach(issue -> text.append("• ").append(words.of(issue)).append('\n'));
        words.lines(found).forEach(line -> text.append(line).append('\n'));
        return text.toString().stripTrailing();
    }

    private void check() {
        boolean carries = carry.getSelection();
        String obstacle = planned.flatMap(words::obstacle).orElse("");
        actionButton().setEnabled(!carries || planned.isPresent() && obstacle.isEmpty());
        problem(carries ? obstacle : "");
    }

    @Override
    protected void okPressed() {
        choice = new Choice(!carry.getSelection(), why.getText().strip());
        super.okPressed();
    }
}
