package org.dcos.ui.parts.device;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmcsetup.BmcDetails.Section;
import org.dcos.domain.bmcsetup.ReadOrder;
import org.dcos.ui.canvas.control.FlatButton;
import org.dcos.ui.canvas.control.Pill;
import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.bmc.PartRow;
import org.dcos.ui.model.bmc.PartsModel;
import org.dcos.ui.model.bmc.PartsSight;
import org.dcos.ui.model.device.DeviceModel;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.power.OperationJob;
import org.dcos.ui.parts.widget.Column;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Marks;
import org.dcos.ui.parts.widget.RowTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchSite;

/** What the machine is made of, as its BMC tells, beside what was bought. */
final class PartsSection implements DeviceSection {

    private static final String STEP = "\u2003";

    private final Composite content;
    private final Desk desk;
    private final PartsModel model;
    private final Pill state;
    private final TroubleLine trouble;
    private final RowTable<PartRow> table;
    private final FlatButton read;
    private final FlatButton copy;

    PartsSection(Composite parent, IWorkbenchSite site, Desk desk, DeviceModel device) {
        this.desk = desk;
        model = new PartsModel(desk.estate(), device.bmc(), desk.modelTexts(), desk.clock());
        content = new Composite(parent, SWT.NONE);
        content.setLayout(Layouts.grid(1, 0, 4));
        content.addDisposeListener(_ -> model.close());
        var bar = Layouts.wide(new Composite(content, SWT.NONE));
        bar.setLayout(Layouts.grid(2, 0, 8));
        read = button(bar, "parts.read", Icon.REFRESH, () -> device.bmc().getValue().map(Bmc::id)
                .ifPresent(bmc -> OperationJob.start(site.getWorkbenchWindow(), desk,
                        device.page().getValue().map(page -> page.name()).orElse(""),
                        core -> core.bmcSettings().read(new ReadOrder(List.of(bmc), Set.of(Section.PARTS))))));
        copy = button(bar, "parts.copy", Icon.COPY, this::copy);
        state = Layouts.wide(new Pill(content));
        trouble = new TroubleLine(content);
        table = new RowTable<>(content, columns(), PartRow::id);
        Layouts.fill(table.control());
        table.control().addListener(SWT.KeyDown, event -> {
            if (event.keyCode == 'c' && (event.stateMask & SWT.MODIFIER_MASK) == SWT.MOD1) {
                table.selected().ifPresent(row -> copied(List.of(row)));
            }
        });
        DeskPart.follow(content, model.sight(), this::show);
        DeskPart.follow(content, model.problem(), _ -> show(model.sight().getValue()));
    }

    private FlatButton button(Composite bar, String key, Icon icon, Runnable press) {
        var button = new FlatButton(bar);
        button.setText(desk.texts().get(key));
        button.setIcon(icon, desk.texts().get(key + ".tip"));
        button.onPress(press);
        return button;
    }

    private List<Column<PartRow>> columns() {
        var texts = desk.texts();
        return List.of(
                Column.<PartRow>of(texts.get("parts.part"), 28, row -> STEP.repeat(row.depth()) + row.name())
                        .in(row -> row.branch() ? Token.TEXT : Token.MUTED),
                Column.<PartRow>of(texts.get("parts.model"), 40, PartsSection::made)
                        .marked(row -> Marks.of(row.mark()))
                        .in(row -> row.branch() && row.depth() > 0 ? Token.MUTED : Token.TEXT),
                Column.of(texts.get("parts.serial"), 32, PartRow::serial));
    }

    private static String made(PartRow row) {
        return row.note().isEmpty() ? Stream.of(row.model(), row.partNumber()).filter(text -> !text.isEmpty())
                .distinct().collect(Collectors.joining(" · ")) : row.note();
    }

    @Override
    public Control control() {
        return content;
    }

    @Override
    public void shown(boolean seen) {
        model.watch(seen);
    }

    @Override
    public void tick() {
        model.tick();
    }

    private void show(PartsSight sight) {
        state.show(Mark.NONE, sight.line());
        var problem = model.problem().getValue();
        trouble.show(Mark.WARNING, problem.isEmpty() ? sight.trouble() : problem);
        table.setRows(sight.rows());
        read.setEnabled(sight.bmc());
        copy.setEnabled(!sight.rows().isEmpty());
    }

    private void copy() {
        copied(table.rows());
    }

    private void copied(List<PartRow> rows) {
        Copied.of(content.getDisplay(), PartsModel.text(rows));
    }
}
