package org.dcos.ui.parts.device;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.control.Fact;
import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.sensor.SensorBoard;
import org.dcos.ui.canvas.sensor.SensorPicture;
import org.dcos.ui.canvas.sensor.SensorScale;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.device.SensorRow;
import org.dcos.ui.model.device.SensorSight;
import org.dcos.ui.model.device.SensorsModel;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.parts.widget.Marks;
import org.dcos.ui.parts.widget.Native;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;

/** All sensors of a server between their thresholds; scrolls when there are many. */
final class SensorList {

    private final ScrolledComposite scroll;
    private final SensorBoard board;
    private final SensorsModel model;
    private final Texts texts;

    SensorList(Composite parent, Texts texts, SensorsModel model, Consumer<SensorRow> choose) {
        this.texts = texts;
        this.model = model;
        scroll = Native.colours(new ScrolledComposite(parent, SWT.V_SCROLL), Token.PANEL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        board = new SensorBoard(scroll);
        scroll.setContent(board);
        board.setCards(this::card);
        board.setSight(this::sight);
        board.onReveal(this::reveal);
        board.onSelect(id -> id.flatMap(this::row).ifPresent(choose));
        scroll.addListener(SWT.Resize, _ -> room());
    }

    ScrolledComposite control() {
        return scroll;
    }

    void show(SensorSight sight) {
        String nothing = texts.get(sight.all() == 0 ? "sensors.none" : "sensors.none.wanted");
        if (board.show(new SensorPicture(texts.get("device.sensors"), nothing,
                sight.groups().stream().map(SensorList::group).toList()))) {
            room();
        }
    }

    private static SensorPicture.Group group(SensorSight.Group group) {
        double usual = group.rows().stream().flatMap(row -> row.reading().value().stream())
                .mapToDouble(Double::doubleValue).max().orElse(0);
        return new SensorPicture.Group(group.title(), group.note(),
                group.rows().stream().map(row -> row(row, usual)).toList());
    }

    private static SensorPicture.Row row(SensorRow row, double usual) {
        var reading = row.reading();
        boolean analog = !reading.unit().isEmpty();
        var value = reading.value().map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
        return new SensorPicture.Row(Integer.toString(reading.number()), row.name(), Marks.of(row.mark()),
                analog ? reading.value().map(_ -> row.value()).orElse("") : "", row.state(), row.age(), row.muted(),
                analog ? Optional.of(SensorScale.of(value, limits(row), usual)) : Optional.empty(), row.states());
    }

    private static SensorScale.Limits limits(SensorRow row) {
        var limits = row.reading().thresholds();
        return new SensorScale.Limits(limits.lowerNonRecoverable(), limits.lowerCritical(),
                limits.lowerNonCritical(), limits.upperNonCritical(), limits.upperCritical(),
                limits.upperNonRecoverable());
    }

    private Optional<SensorRow> row(String id) {
        return model.row(Integer.parseInt(id));
    }

    private Card card(String id) {
        return row(id).map(row -> new Card(row.name(), Marks.of(row.mark()), row.state(),
                model.facts(row).stream().map(fact -> Fact.of(fact.label(), fact.value())).toList()))
                .orElseGet(() -> new Card("", Mark.NONE, "", List.of()));
    }

    private Box sight() {
        var origin = scroll.getOrigin();
        var area = scroll.getClientArea();
        return new Box(origin.x, origin.y, area.width, area.height);
    }

    private void reveal(Box row) {
        var seen = sight();
        if (row.y() < seen.y()) {
            scroll.setOrigin(0, row.y());
        } else if (row.bottom() > seen.bottom()) {
            scroll.setOrigin(0, row.bottom() - seen.height());
        }
    }

    private void room() {
        scroll.setMinHeight(board.computeSize(Math.max(1, scroll.getClientArea().width), SWT.DEFAULT).y);
    }
}
