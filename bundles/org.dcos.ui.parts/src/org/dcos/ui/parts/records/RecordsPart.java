package org.dcos.ui.parts.records;

import java.util.List;

import org.dcos.ui.canvas.control.PanelTitle;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.records.KindRow;
import org.dcos.ui.model.records.KindsModel;
import org.dcos.ui.parts.widget.Column;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.RowTable;
import org.eclipse.swt.widgets.Composite;

/** What is recorded, by kind. */
public final class RecordsPart extends DeskPart {

    public static final String ID = "org.dcos.view.records";

    private RowTable<KindRow> kinds;

    @Override
    protected void create(Composite body) {
        body.setLayout(Layouts.column());
        var model = new KindsModel(desk().estate(), desk().modelTexts());
        var title = Layouts.title(new PanelTitle(body));
        kinds = new RowTable<>(body, List.of(
                Column.<KindRow>of(text("records.kind"), 70, KindRow::name)
                        .in(row -> row.title() ? Token.MUTED : Token.TEXT),
                Column.<KindRow>of(text("records.count"), 30, KindRow::count).right()), KindRow::name);
        Layouts.fill(kinds.control());
        follow(model.rows(), kinds::setRows);
        follow(model.problem(), problem -> title.show(text("records.title"), problem));
        follow(desk().estate().estate(), _ -> model.load());
    }

    @Override
    public void setFocus() {
        kinds.control().setFocus();
    }
}
