package org.dcos.ui.parts.device;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.dcos.ui.canvas.control.FlatButton;
import org.dcos.ui.canvas.control.PanelTitle;
import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.model.device.DevicePage.Fact;
import org.dcos.ui.model.eventlog.EventLogModel;
import org.dcos.ui.model.eventlog.LogRow;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.parts.widget.Layouts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;

/** All there is to know of the chosen entry. Takes no room while none is. */
final class LogDetails {

    /** When it was read, and by which sensor; its record and its bytes. */
    private static final int FACTS_BELOW = 4;

    private final Composite sheet;
    private final PanelTitle title;
    private final List<Note> lines;
    private final EventLogModel model;
    private Optional<LogRow> shown = Optional.empty();

    LogDetails(Composite parent, Texts texts, EventLogModel model) {
        this.model = model;
        sheet = new Composite(parent, SWT.NONE);
        sheet.setLayout(Layouts.grid(2, 0, 4));
        var data = new GridData(SWT.FILL, SWT.END, true, false);
        data.exclude = true;
        sheet.setLayoutData(data);
        sheet.setVisible(false);
        title = Layouts.wide(new PanelTitle(sheet));
        title.setStyle(TextStyle.STRONG);
        var copy = new FlatButton(sheet);
        copy.setIcon(Icon.COPY, texts.get("log.copy"));
        copy.onPress(() -> Copied.of(sheet.getDisplay(), words()));
        lines = List.of(line(), line(), line());
    }

    private Note line() {
        var line = Layouts.wide(new Note(sheet));
        ((GridData) line.getLayoutData()).horizontalSpan = 2;
        return line;
    }

    void show(Optional<LogRow> row) {
        if (row.equals(shown)) {
            return;
        }
        shown = row;
        title.show(row.map(LogRow::what).orElse(""), "");
        var facts = row.map(model::details).orElse(List.of());
        int last = facts.size();
        lines.get(0).show(joined(facts.subList(0, Math.max(0, last - FACTS_BELOW))));
        lines.get(1).show(joined(facts.subList(Math.max(0, last - FACTS_BELOW), Math.max(0, last - 2))));
        lines.get(2).show(joined(facts.subList(Math.max(0, last - 2), last)));
        ((GridData) sheet.getLayoutData()).exclude = row.isEmpty();
        sheet.setVisible(row.isPresent());
        sheet.requestLayout();
    }

    private static String joined(List<Fact> facts) {
        return facts.stream().map(fact -> fact.label() + " " + fact.value()).collect(Collectors.joining(" · "));
    }

    private String words() {
        return shown.map(row -> row.what() + "\n" + model.details(row).stream()
                .map(fact -> fact.label() + ": " + fact.value()).collect(Collectors.joining("\n"))).orElse("");
    }
}
