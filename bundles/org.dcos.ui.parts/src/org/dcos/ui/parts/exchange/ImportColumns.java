package org.dcos.ui.parts.exchange;

import java.util.List;
import java.util.Optional;

import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.model.exchange.ImportModel;
import org.dcos.ui.model.exchange.ImportSight;
import org.dcos.ui.model.exchange.SheetSight;
import org.dcos.ui.model.exchange.SheetSight.Choice;
import org.dcos.ui.model.exchange.SheetSight.Mapped;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.parts.widget.WideColumn;
import org.dcos.ui.parts.widget.WideColumn.Editing;
import org.dcos.ui.parts.widget.WideTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Which field each column of a sheet is. */
final class ImportColumns {

    private final Composite holder;
    private final ImportModel model;
    private final Texts texts;
    private Optional<WideTable<Mapped>> table = Optional.empty();
    private List<Choice> choices = List.of();
    private Optional<SheetSight> shown = Optional.empty();

    ImportColumns(Composite parent, ImportModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        holder = new Composite(parent, SWT.NONE);
        holder.setLayout(new FillLayout());
    }

    Control control() {
        return holder;
    }

    void show(ImportSight sight) {
        shown = sight.sheet();
        var now = sight.sheet().map(SheetSight::fields).orElse(List.of());
        if (table.isEmpty() || !now.equals(choices)) {
            choices = now;
            make();
        }
        table.ifPresent(wide -> wide.setRows(sight.sheet().map(SheetSight::columns).orElse(List.of())));
    }

    private void make() {
        table.ifPresent(old -> old.control().dispose());
        var next = new WideTable<>(holder, List.of(
                new WideColumn<Mapped>("letter", texts.get("import.column"), 70, false, Mapped::letter, Editing.NOT,
                        List.of()),
                new WideColumn<Mapped>("header", texts.get("imports.header"), 240, false, Mapped::header, Editing.NOT,
                        List.of()),
                new WideColumn<Mapped>("example", texts.get("imports.example"), 260, false, Mapped::example,
                        Editing.NOT, List.of()),
                new WideColumn<Mapped>("field", texts.get("imports.field"), 300, false, Mapped::title,
                        Editing.BY_CHOICE, choices.stream().map(Choice::title).toList())
                                .marked(column -> column.changed() ? Mark.OK
                                        : column.path().isEmpty() && !column.header().isEmpty() ? Mark.UNKNOWN
                                        : Mark.NONE)),
                Mapped::index);
        next.onEdit((column, _, text) -> shown.flatMap(sheet -> sheet.path(text))
                .ifPresent(path -> model.map(column.index(), path)));
        table = Optional.of(next);
        holder.layout();
    }
}
