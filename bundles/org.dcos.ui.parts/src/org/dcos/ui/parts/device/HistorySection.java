package org.dcos.ui.parts.device;

import java.time.format.DateTimeFormatter;
import java.util.List;

import org.dcos.ui.model.device.DeviceModel;
import org.dcos.ui.model.device.HistoryRow;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.widget.Column;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.RowTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Who did what to this server, when and why; newest first. */
final class HistorySection implements DeviceSection {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private final Composite content;

    HistorySection(Composite parent, Desk desk, DeviceModel model) {
        content = new Composite(parent, SWT.NONE);
        content.setLayout(Layouts.column());
        var texts = desk.texts();
        var zone = desk.clock().getZone();
        var table = new RowTable<HistoryRow>(content,
                List.of(Column.of(texts.get("history.at"), 23, row -> TIME.format(row.at().atZone(zone))),
                        Column.of(texts.get("history.who"), 20, HistoryRow::who),
                        Column.of(texts.get("history.what"), 33, HistoryRow::what),
                        Column.<HistoryRow>of(texts.get("history.why"), 24, HistoryRow::why).muted()),
                row -> row);
        Layouts.fill(table.control());
        DeskPart.follow(content, model.history(), table::setRows);
    }

    @Override
    public Control control() {
        return content;
    }
}
