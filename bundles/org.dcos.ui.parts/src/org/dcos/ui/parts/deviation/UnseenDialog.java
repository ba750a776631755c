package org.dcos.ui.parts.deviation;

import java.util.List;

import org.dcos.domain.deviation.Answer;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.model.deviation.RunSight;
import org.dcos.ui.model.deviation.UnseenRow;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.parts.widget.Column;
import org.dcos.ui.parts.widget.DeskDialog;
import org.dcos.ui.parts.widget.RowTable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

/** What an audit could not see, and why: none of it counts as missing. */
final class UnseenDialog extends DeskDialog {

    private static final int WIDE = 820;
    private static final int HEIGHT = 380;

    private final RunSight run;
    private final List<UnseenRow> rows;

    UnseenDialog(Shell parent, Texts texts, RunSight run, List<UnseenRow> rows) {
        super(parent, texts, texts.get("audit.unseen"), texts.get("close"));
        this.run = run;
        this.rows = rows;
    }

    @Override
    protected String sentence() {
        return rows.isEmpty() ? texts().get("audit.unseen.forgotten") : run.when() + ". " + run.told();
    }

    @Override
    protected int width() {
        return WIDE;
    }

    @Override
    protected void create(Composite body) {
        var table = new RowTable<>(body, List.of(
                Column.<UnseenRow>of(texts().get("audit.unseen.name"), 24, UnseenRow::name)
                        .marked(UnseenDialog::mark),
                Column.<UnseenRow>of(texts().get("audit.unseen.point"), 20, UnseenRow::point).muted(),
                Column.of(texts().get("audit.unseen.answer"), 12, UnseenRow::answer),
                Column.<UnseenRow>of(texts().get("audit.unseen.why"), 44, UnseenRow::why).muted()),
                UnseenRow::unseen);
        var data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.heightHint = HEIGHT;
        table.control().setLayoutData(data);
        table.setRows(rows);
    }

    private static Mark mark(UnseenRow row) {
        return row.unseen().answer() == Answer.REFUSED ? Mark.WARNING
                : row.unseen().answer() == Answer.SILENT ? Mark.STALE : Mark.UNKNOWN;
    }

    @Override
    protected void ready() {
        hide(IDialogConstants.CANCEL_ID);
    }
}
