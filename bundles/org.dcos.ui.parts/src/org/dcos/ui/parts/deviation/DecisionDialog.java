package org.dcos.ui.parts.deviation;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import org.dcos.domain.deviation.Decision;
import org.dcos.ui.canvas.audit.SideBySide;
import org.dcos.ui.model.deviation.DecisionForm;
import org.dcos.ui.model.deviation.DecisionForm.Deed;
import org.dcos.ui.model.deviation.DeviationSight;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.widget.DeskDialog;
import org.dcos.ui.parts.widget.Layouts;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Says what a decision will do, field by field where records are changed, and asks for the reason. */
final class DecisionDialog extends DeskDialog {

    private static final Duration USUAL = Duration.ofDays(30);
    private static final int WIDE = 560;

    private final Desk desk;
    private final DeviationSight sight;
    private final Deed deed;
    private final String me;
    private Optional<Text> until = Optional.empty();
    private Optional<Text> said = Optional.empty();
    private Optional<Decision> decision = Optional.empty();

    /** @param me the operator's own name */
    DecisionDialog(Shell parent, Desk desk, DeviationSight sight, Deed deed, String me) {
        super(parent, desk.texts(), desk.texts().get("audit.ask." + deed.name(), sight.row().what()),
                desk.texts().get("audit.do." + deed.name()));
        this.desk = desk;
        this.sight = sight;
        this.deed = deed;
        this.me = me;
    }

    /** Empty when it was called off. */
    Optional<Decision> ask() {
        return open() == Window.OK ? decision : Optional.empty();
    }

    @Override
    protected String sentence() {
        return texts().get("audit.sentence." + deed.name());
    }

    @Override
    protected boolean actionIsDefault() {
        return deed != Deed.ACCEPT;
    }

    @Override
    protected int width() {
        return WIDE;
    }

    @Override
    protected void create(Composite body) {
        if (deed == Deed.ACCEPT) {
            var changes = new SideBySide(body);
            changes.show(texts().get("audit.now"), texts().get("audit.then"),
                    DeviationPanel.pairs(sight.correction()));
            changes.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        }
        if (deed == Deed.IGNORE) {
            label(body, texts().get("audit.until"));
            var field = Layouts.wide(new Text(body, SWT.BORDER));
            field.setText(LocalDate.ofInstant(desk.clock().instant().plus(USUAL), zone()).toString());
            until = Optional.of(field);
        }
        if (deed != Deed.REOPEN) {
            label(body, texts().get("audit.said." + deed.name()));
            var field = Layouts.wide(new Text(body, SWT.BORDER));
            field.setText(deed == Deed.ASSIGN ? me : "");
            field.selectAll();
            field.setFocus();
            said = Optional.of(field);
        }
    }

    private ZoneId zone() {
        return desk.clock().getZone();
    }

    @Override
    protected void okPressed() {
        var form = new DecisionForm(deed, said.map(Text::getText).orElse(""), until.map(Text::getText).orElse(""));
        var wrong = form.problem(desk.modelTexts(), desk.clock().instant(), zone());
        if (!wrong.isEmpty()) {
            problem(wrong);
            return;
        }
        decision = Optional.of(form.decision(zone()));
        super.okPressed();
    }
}
