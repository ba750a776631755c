package org.dcos.ui.parts.wave;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.dcos.domain.power.ChassisOrder;
import org.dcos.domain.power.Waves;
import org.dcos.ui.canvas.control.ChoiceBox;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.wave.WaveCommand;
import org.dcos.ui.model.wave.WaveForm;
import org.dcos.ui.model.wave.WavePlanModel;
import org.dcos.ui.model.wave.WaveRow;
import org.dcos.ui.model.wave.WaveSight;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.widget.Column;
import org.dcos.ui.parts.widget.DeskDialog;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Marks;
import org.dcos.ui.parts.widget.Native;
import org.dcos.ui.parts.widget.RowTable;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/**
 * Asks what is to be done with many servers and in which waves, and shows what that would do: the waves as a picture
 * first, then every server with what is to be known before. Of one server no waves are made. Enter cancels: what is
 * lost here does not come back.
 */
final class WaveDialog extends DeskDialog {

    private static final int WIDE = 1_040;
    private static final int PICTURE = 168;
    private static final int TABLE = 200;
    private static final int ONE_ROW = 64;
    private static final int WIDE_ONE = 820;
    private static final int FIELD = 64;

    private final Desk desk;
    private final WavePlanModel model;
    private final boolean several;
    private ChoiceBox command;
    private ChoiceBox by;
    private Text label;
    private Text size;
    private Text canary;
    private Button confirm;
    private Text pause;
    private Text stopWave;
    private Text stopAll;
    private Label message;
    private Label summary;
    private WavesView picture;
    private RowTable<WaveRow> table;
    private Text reason;
    private Optional<ChassisOrder> confirmed = Optional.empty();

    WaveDialog(Shell parent, Desk desk, ChassisOrder order) {
        super(parent, desk.texts(), desk.texts().get("waves.dialog.title", order.servers().size()),
                desk.texts().get("waves.dialog.do"));
        this.desk = desk;
        this.model = new WavePlanModel(desk.estate(), desk.modelTexts(), desk.clock(), order);
        this.several = order.servers().size() > 1;
    }

    /** @return the order as it was confirmed; nothing when cancelled */
    Optional<ChassisOrder> ask() {
        return open() == Window.OK ? confirmed : Optional.empty();
    }

    @Override
    protected boolean actionIsDefault() {
        return false;
    }

    @Override
    protected int width() {
        return several ? WIDE : WIDE_ONE;
    }

    @Override
    protected void create(Composite body) {
        createChoices(body);
        if (several) {
            createNumbers(body);
        }
        message = Layouts.wide(new Label(body, SWT.WRAP));
        summary = Layouts.wide(new Label(body, SWT.NONE));
        if (several) {
            picture = new WavesView(body, texts(), server -> server.ifPresent(id -> table.select(id)));
            Layouts.wide(picture.control(), PICTURE);
        }
        table = new RowTable<>(body, columns(), WaveRow::server);
        var room = new GridData(SWT.FILL, SWT.FILL, true, true);
        room.heightHint = several ? TABLE : ONE_ROW;
        table.control().setLayoutData(room);
        if (several) {
            table.onSelect(row -> row.ifPresent(chosen -> picture.select(chosen.server())));
        }
        label(body, texts().get("power.reason"));
        reason = Layouts.wide(new Text(body, SWT.BORDER));
        reason.setText(model.order().reason());
        reason.addListener(SWT.Modify, _ -> enable());
        DeskPart.follow(body, model.sight(), this::show);
    }

    private List<Column<WaveRow>> columns() {
        var columns = new ArrayList<Column<WaveRow>>();
        columns.add(Column.<WaveRow>of(texts().get("waves.server"), 15, WaveRow::name)
                .marked(row -> Marks.of(row.mark())));
        if (several) {
            columns.add(Column.<WaveRow>of(texts().get("waves.wave"), 14, WaveRow::wave).muted());
        }
        columns.add(Column.<WaveRow>of(texts().get("waves.place"), several ? 20 : 28, WaveRow::place).muted());
        columns.add(Column.of(texts().get("waves.state"), several ? 11 : 15, WaveRow::state));
        columns.add(Column.<WaveRow>of(texts().get("waves.owner"), several ? 12 : 15, WaveRow::owner).muted());
        columns.add(Column.<WaveRow>of(texts().get("waves.hurt"), 14, WaveRow::hurt).in(_ -> Token.CRITICAL));
        columns.add(Column.<WaveRow>of(texts().get("power.warning"), 14, WaveRow::message).in(_ -> Token.WARNING));
        return columns;
    }

    private Composite line(Composite body, int columns) {
        var line = Layouts.wide(new Composite(body, SWT.NONE));
        line.setLayout(Layouts.grid(columns, 0, 8));
        return line;
    }

    private void createChoices(Composite body) {
        var line = line(body, several ? 6 : 2);
        label(line, texts().get("waves.command"));
        command = Layouts.wide(new ChoiceBox(line));
        command.setItems(WaveCommand.ALL.stream().map(one -> WaveCommand.words(one, desk.modelTexts()))
                .toArray(String[]::new));
        command.select(Math.max(0, WaveCommand.ALL.indexOf(model.order().command())));
        command.addListener(SWT.Selection, _ -> changed());
        if (several) {
            createGroups(line);
        }
    }

    private void createGroups(Composite line) {
        label(line, texts().get("waves.by"));
        by = Layouts.wide(new ChoiceBox(line));
        by.setItems(Arrays.stream(Waves.By.values()).map(one -> texts().of("waves.by", one)).toArray(String[]::new));
        by.select(model.order().waves().by().ordinal());
        label(line, texts().get("waves.label"));
        label = field(line, WaveForm.of(model.order().waves()).label(), 2 * FIELD);
        by.addListener(SWT.Selection, _ -> changed());
    }

    private void createNumbers(Composite body) {
        var form = WaveForm.of(model.order().waves());
        var line = line(body, 11);
        label(line, texts().get("waves.size"));
        size = field(line, form.size(), FIELD);
        label(line, texts().get("waves.canary"));
        canary = field(line, form.canary(), FIELD);
        confirm = new Button(line, SWT.CHECK);
        confirm.setText(texts().get("waves.confirm"));
        confirm.setSelection(form.confirm());
        confirm.addListener(SWT.Selection, _ -> changed());
        label(line, texts().get("waves.pause"));
        pause = field(line, form.pause(), FIELD);
        label(line, texts().get("waves.stop.wave"));
        stopWave = field(line, form.stopWave(), FIELD);
        label(line, texts().get("waves.stop.all"));
        stopAll = field(line, form.stopAll(), FIELD);
    }

    private Text field(Composite line, String value, int width) {
        var field = new Text(line, SWT.BORDER);
        field.setText(value);
        var room = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
        room.widthHint = width;
        field.setLayoutData(room);
        field.addListener(SWT.Modify, _ -> changed());
        return field;
    }

    @Override
    protected void ready() {
        reason.setFocus();
        DeskPart.follow(reason, model.problem(), this::problem);
        model.load();
        said();
        enable();
    }

    private void changed() {
        model.change(WaveCommand.ALL.get(command.getSelectionIndex()),
                several ? new WaveForm(Waves.By.values()[by.getSelectionIndex()], label.getText(), size.getText(),
                        canary.getText(), confirm.getSelection(), pause.getText(), stopWave.getText(),
                        stopAll.getText()) : WaveForm.of(Waves.ONE));
        said();
        enable();
    }

    private void said() {
        if (several) {
            label.setEnabled(by.getSelectionIndex() == Waves.By.LABEL.ordinal());
        }
        var chosen = WaveCommand.ALL.get(command.getSelectionIndex());
        message.setText(WaveCommand.message(chosen, desk.modelTexts()));
        Native.colours(message, Token.PANEL, chosen.interrupts() ? Token.WARNING : Token.MUTED);
        message.requestLayout();
    }

    private void show(WaveSight sight) {
        summary.setText(sight.summary());
        summary.requestLayout();
        if (several) {
            picture.show(sight);
        }
        table.setRows(sight.rows());
        enable();
    }

    private void enable() {
        if (actionButton() != null) { // it is made last
            actionButton().setEnabled(canBeGiven());
        }
    }

    boolean offersIt() {
        return actionButton().isEnabled();
    }

    boolean canBeGiven() {
        return model.possible() && !(model.reasonNeeded() && reason.getText().isBlank());
    }

    @Override
    protected void okPressed() {
        confirmed = model.confirmed(reason.getText().strip());
        if (confirmed.isPresent()) {
            super.okPressed();
        }
    }
}
