package org.dcos.ui.parts.power;

import java.util.List;
import java.util.Optional;

import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.model.work.PowerConfirmation;
import org.dcos.ui.parts.widget.Column;
import org.dcos.ui.parts.widget.DeskDialog;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.RowTable;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/**
 * Says what a power order would do to which servers, and asks why. Enter cancels: what is lost here does not come back.
 */
final class PowerDialog extends DeskDialog {

    private static final int ROW = 26;
    private static final int MOST_ROWS = 8;
    private static final int WIDE = 760;

    private final PowerConfirmation confirmation;
    private Text reason;
    private String said = "";

    PowerDialog(Shell parent, Texts texts, PowerConfirmation confirmation) {
        super(parent, texts, confirmation.title(), confirmation.button());
        this.confirmation = confirmation;
    }

    /** @return the reason; nothing when cancelled */
    Optional<String> ask() {
        return open() == Window.OK ? Optional.of(said) : Optional.empty();
    }

    @Override
    protected String sentence() {
        return confirmation.message();
    }

    @Override
    protected boolean actionIsDefault() {
        return false;
    }

    @Override
    protected int width() {
        return WIDE;
    }

    @Override
    protected void create(Composite body) {
        var table = new RowTable<PowerConfirmation.Row>(body,
                List.of(Column.of(texts().get("power.server"), 17, PowerConfirmation.Row::name),
                        Column.of(texts().get("power.place"), 31, PowerConfirmation.Row::place),
                        Column.of(texts().get("power.state"), 14, PowerConfirmation.Row::state),
                        Column.of(texts().get("power.owner"), 13, PowerConfirmation.Row::owner),
                        Column.<PowerConfirmation.Row>of(texts().get("power.warning"), 25,
                                PowerConfirmation.Row::warning)
                                .in(_ -> Token.WARNING)),
                row -> row.name());
        table.setRows(confirmation.rows());
        Layouts.wide(table.control(), ROW * (1 + Math.min(MOST_ROWS, confirmation.rows().size())) + 6);
        label(body, texts().get(confirmation.reasonNeeded() ? "power.reason" : "power.reason.optional"));
        reason = Layouts.wide(new Text(body, SWT.BORDER));
        reason.addListener(SWT.Modify, _ -> enable());
    }

    @Override
    protected void ready() {
        reason.setFocus();
        enable();
    }

    private void enable() {
        actionButton().setEnabled(
                confirmation.possible() && !(confirmation.reasonNeeded() && reason.getText().isBlank()));
    }

    @Override
    protected void okPressed() {
        said = reason.getText().strip();
        super.okPressed();
    }
}
