package org.dcos.ui.parts.address;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.ServerCore;
import org.dcos.domain.ip.PlanResult;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.address.PlanForm;
import org.dcos.ui.model.work.Outcome;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.widget.DeskDialog;
import org.dcos.ui.parts.widget.Layouts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/**
 * Asks for what an order needs and for its reason, and says what it would do; then does it and says what it did. The
 * server-core is asked in the background a moment after the last key.
 */
final class PlanDialog extends DeskDialog {

    private static final int PAUSE_MILLIS = 400;
    private static final int ROOM = 76;

    private final Desk desk;
    private final PlanForm form;
    private final String key;
    private Optional<Text> value = Optional.empty();
    private Optional<Text> holder = Optional.empty();
    private Text why;
    private Label told;
    private int asked;
    private boolean done;

    PlanDialog(Shell parent, Desk desk, PlanForm form) {
        super(parent, desk.texts(), desk.texts().get("addresses.do." + key(form), form.prefix().cidr()),
                desk.texts().get("addresses." + key(form)));
        this.desk = desk;
        this.form = form;
        this.key = key(form);
    }

    private static String key(PlanForm form) {
        return form.deed().name().toLowerCase(Locale.ROOT);
    }

    @Override
    protected String sentence() {
        return texts().get("addresses.what." + key, form.chosen().size(),
                form.block().map(Object::toString).orElse(form.prefix().cidr()));
    }

    @Override
    protected boolean actionIsDefault() {
        return false;
    }

    @Override
    protected void create(Composite body) {
        if (form.deed().asks()) {
            label(body, texts().get("addresses.field." + (form.block().isPresent()
                    && form.deed() == PlanForm.Deed.TAKE ? "purpose" : key)));
            var field = Layouts.wide(new Text(body, SWT.BORDER));
            field.setText(form.initial());
            field.addListener(SWT.Modify, _ -> changed());
            value = Optional.of(field);
        }
        if (form.deed().holder()) {
            label(body, texts().get("addresses.field.holder"));
            var field = Layouts.wide(new Text(body, SWT.BORDER));
            field.addListener(SWT.Modify, _ -> changed());
            holder = Optional.of(field);
        }
        label(body, texts().get("addresses.field.why"));
        why = Layouts.wide(new Text(body, SWT.BORDER));
        why.addListener(SWT.Modify, _ -> changed());
        label(body, texts().get("addresses.field.result"));
        told = new Label(body, SWT.WRAP);
        var data = new GridData(SWT.FILL, SWT.TOP, true, false);
        data.heightHint = ROOM;
        data.widthHint = width();
        told.setLayoutData(data);
    }

    @Override
    protected void ready() {
        actionButton().setEnabled(false);
        preview();
    }

    private void changed() {
        int mine = ++asked;
        actionButton().setEnabled(false);
        getShell().getDisplay().timerExec(PAUSE_MILLIS, () -> {
            if (mine == asked && !getShell().isDisposed() && !done) {
                preview();
            }
        });
    }

    /** What was typed, read while in the realm. */
    private record Typed(String value, String holder, String why) {}

    private Typed typed() {
        return new Typed(value.map(Text::getText).orElse(""), holder.map(Text::getText).orElse(""), why.getText());
    }

    private PlanForm.Made made(ServerCore core, Typed typed) throws Problem {
        Optional<UUID> device = form.deed().holder() ? PlanForm.device(core, typed.holder()) : Optional.empty();
        return form.order(desk.modelTexts(), typed.value(), device, typed.why());
    }

    private record Answer(Optional<PlanResult> result, String problem) {}

    private void preview() {
        int mine = asked;
        var typed = typed();
        Outcome.of(desk.estate(), desk.modelTexts(), core -> {
            var made = made(core, typed);
            return new Answer(made.order().isPresent() ? Optional.of(core.addresses().preview(made.order().get()))
                    : Optional.empty(), made.problem());
        }, outcome -> {
            if (mine == asked && !told.isDisposed() && !done) {
                String problem = outcome.value().map(Answer::problem).orElse(outcome.problem());
                var result = outcome.value().flatMap(Answer::result);
                told.setText(result.map(r -> PlanForm.words(desk.modelTexts(), r)).orElse("").replace("&", "&&"));
                boolean missing = typed.why().isBlank() && result.isEmpty() && outcome.problem().isEmpty();
                if (missing) {
                    progress(problem);
                } else {
                    problem(problem);
                }
                actionButton().setEnabled(result.isPresent());
            }
        });
    }

    @Override
    protected void okPressed() {
        if (done) {
            super.okPressed();
            return;
        }
        asked++;
        var typed = typed();
        actionButton().setEnabled(false);
        progress(texts().get("addresses.working"));
        Outcome.of(desk.estate(), desk.modelTexts(), core -> {
            var made = made(core, typed);
            return new Answer(made.order().isPresent() ? Optional.of(core.addresses().carryOut(made.order().get()))
                    : Optional.empty(), made.problem());
        }, outcome -> {
            if (told.isDisposed()) {
                return;
            }
            var result = outcome.value().flatMap(Answer::result);
            problem(outcome.value().map(Answer::problem).orElse(outcome.problem()));
            actionButton().setEnabled(true);
            result.ifPresent(this::finished);
        });
    }

    /** What was done stays to be read until the operator closes it. */
    private void finished(PlanResult result) {
        done = true;
        told.setText(PlanForm.words(desk.modelTexts(), result).replace("&", "&&"));
        value.ifPresent(field -> field.setEnabled(false));
        holder.ifPresent(field -> field.setEnabled(false));
        why.setEnabled(false);
        actionButton().setText(texts().get("addresses.close"));
        hide(org.eclipse.jface.dialogs.IDialogConstants.CANCEL_ID);
        actionButton().getParent().requestLayout();
    }
}
