package org.dcos.ui.parts.bringup;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.model.bringup.Candidate;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.parts.widget.Column;
import org.dcos.ui.parts.widget.DeskDialog;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.RowTable;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Chooses the planned server that a machine is, with the reason. */
final class AssignDialog extends DeskDialog {

    private static final int WIDE = 720;
    private static final int HEIGHT = 300;

    /** What was chosen. */
    record Choice(UUID server, String reason) {}

    private final String sentence;
    private final List<Candidate> candidates;
    private Text search;
    private RowTable<Candidate> table;
    private Text why;
    private Optional<Choice> chosen = Optional.empty();

    AssignDialog(Shell parent, Texts texts, String machine, List<Candidate> candidates) {
        super(parent, texts, texts.get("bringup.assign.title", machine), texts.get("bringup.assign.do"));
        this.sentence = texts.get(candidates.isEmpty() ? "bringup.assign.none" : "bringup.assign.sentence");
        this.candidates = candidates;
    }

    Optional<Choice> ask() {
        return open() == Window.OK ? chosen : Optional.empty();
    }

    @Override
    protected String sentence() {
        return sentence;
    }

    @Override
    protected int width() {
        return WIDE;
    }

    @Override
    protected boolean actionIsDefault() {
        return false;
    }

    @Override
    protected void create(Composite body) {
        search = Layouts.wide(new Text(body, SWT.BORDER | SWT.SEARCH));
        search.setMessage(texts().get("bringup.assign.search"));
        search.addListener(SWT.Modify, _ -> fill());
        table = new RowTable<>(body, List.of(
                Column.<Candidate>of(texts().get("bringup.place"), 16, Candidate::place)
                        .marked(row -> row.near() ? Mark.OK : Mark.NONE),
                Column.of(texts().get("bringup.server"), 26, Candidate::name),
                Column.of(texts().get("bringup.serial"), 32, Candidate::serial),
                Column.<Candidate>of(texts().get("bringup.model"), 26, Candidate::model).muted()),
                Candidate::server);
        Layouts.wide(table.control(), HEIGHT);
        table.onSelect(_ -> enable());
        label(body, texts().get("record.why"));
        why = Layouts.wide(new Text(body, SWT.BORDER));
        why.addListener(SWT.Modify, _ -> enable());
    }

    private void fill() {
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        var found = candidates.stream().filter(row -> (row.name() + " " + row.serial() + " " + row.place() + " "
                + row.model()).toLowerCase(Locale.ROOT).contains(wanted)).toList();
        table.setRows(found);
        if (table.selected().isEmpty() && !found.isEmpty()) {
            table.select(found.getFirst().server());
        }
        enable();
    }

    private void enable() {
        actionButton().setEnabled(table.selected().isPresent() && !why.getText().isBlank());
    }

    @Override
    protected void ready() {
        fill();
    }

    @Override
    protected void okPressed() {
        chosen = table.selected().map(row -> new Choice(row.server(), why.getText().strip()));
        super.okPressed();
    }
}
