package org.dcos.ui.parts.heat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.dcos.domain.power.PowerState;
import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.control.Fact;
import org.dcos.ui.canvas.control.FlatButton;
import org.dcos.ui.canvas.control.PanelTitle;
import org.dcos.ui.canvas.control.Segmented;
import org.dcos.ui.canvas.heat.HeatBy;
import org.dcos.ui.canvas.heat.HeatCanvas;
import org.dcos.ui.canvas.heat.HeatPicture;
import org.dcos.ui.canvas.heat.HeatPicture.Power;
import org.dcos.ui.canvas.heat.HeatWords;
import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.model.heat.HeatModel;
import org.dcos.ui.model.heat.HeatSight;
import org.dcos.ui.model.heat.HeatSight.Cell;
import org.dcos.ui.model.selection.Selected;
import org.dcos.ui.parts.rack.RacksPart;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Marks;
import org.dcos.ui.parts.widget.Ticker;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.slf4j.LoggerFactory;

/** Every server of the chosen place, or of all, as a cell in its rack: how hot, how loaded, how well, how old. */
public final class HeatPart extends DeskPart {

    public static final String ID = "org.dcos.view.heat";

    private static final Duration AGEING = Duration.ofSeconds(15);
    private static final int MARGIN = 10;
    private static final String COLOUR = "colour";
    private static final String WHOLE = "whole";

    private Optional<IMemento> memento = Optional.empty();
    private HeatModel model;
    private PanelTitle title;
    private FlatButton extent;
    private Segmented colours;
    private HeatCanvas canvas;

    @Override
    public void init(IViewSite site, IMemento kept) throws PartInitException {
        super.init(site, kept);
        memento = Optional.ofNullable(kept);
    }

    @Override
    protected void create(Composite body) {
        model = new HeatModel(desk().estate(), desk().selection(), desk().modelTexts(), desk().clock());
        body.addDisposeListener(_ -> model.close());
        body.setLayout(Layouts.column());
        createHead(body);
        canvas = Layouts.fill(new HeatCanvas(body));
        canvas.setWords(words());
        canvas.setCards(id -> model.tell(UUID.fromString(id)).map(told -> new Card(told.name(), Marks.of(told.mark()),
                told.reason(), told.facts().stream().map(line -> Fact.of(line.label(), line.value())).toList()))
                .orElseGet(() -> new Card("", Mark.NONE, "", List.of())));
        canvas.onSelect(id -> id.map(UUID::fromString).ifPresent(
                server -> desk().selection().select(new Selected.OfServer(server))));
        canvas.onOpen(_ -> open());
        int kept = memento.map(saved -> saved.getInteger(COLOUR)).orElse(0);
        colours.select(Math.clamp(kept, 0, HeatBy.values().length - 1));
        canvas.setColourBy(HeatBy.values()[colours.selected()]);
        model.whole(memento.map(saved -> saved.getBoolean(WHOLE)).orElse(false));
        follow(model.sight(), this::show);
        follow(desk().selection().selected(), _ -> selected());
        Ticker.every(canvas, AGEING, model::refresh);
    }

    private void createHead(Composite body) {
        var head = Layouts.wide(new Composite(body, SWT.NONE));
        var layout = Layouts.grid(3, 0, 14);
        layout.marginLeft = MARGIN;
        layout.marginRight = MARGIN;
        layout.marginTop = 4;
        head.setLayout(layout);
        title = Layouts.wide(new PanelTitle(head));
        extent = new FlatButton(head);
        extent.setWeight(FlatButton.Weight.BARE);
        extent.onPress(() -> model.whole(!model.whole()));
        colours = new Segmented(head);
        colours.setItems(text("racks.colour"), Arrays.stream(HeatBy.values()).map(by -> desk().texts().of("heat", by))
                .toList());
        colours.onSelect(i -> canvas.setColourBy(HeatBy.values()[i]));
        colours.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
    }

    private HeatWords words() {
        var marks = Arrays.stream(Mark.values()).filter(mark -> mark != Mark.NONE)
                .collect(Collectors.toMap(Function.identity(), mark -> desk().texts().of("mark", mark)));
        return new HeatWords(text("heat.title"), marks, text("heat.on"), text("heat.off"), text("heat.unknown"),
                text("heat.inlet"), text("heat.draw"), text("heat.age"), text("heat.minutes"), text("heat.empty"));
    }

    private void show(HeatSight sight) {
        title.show(sight.title().isEmpty() ? text("heat.title") : sight.title(),
                text("heat.servers", sight.servers()));
        String words = text(model.whole() ? "heat.here" : "heat.whole");
        extent.setText(words);
        extent.setIcon(model.whole() ? Icon.ROOM : Icon.SITE, words);
        extent.getParent().layout();
        canvas.setPicture(new HeatPicture(sight.rows().stream().map(row -> new HeatPicture.Row(row.name(),
                row.racks().stream().map(rack -> new HeatPicture.Rack(rack.name(), rack.heightUnits(),
                        rack.descending(), rack.cells().stream().map(HeatPart::cell).toList())).toList()))
                .toList()));
        selected();
    }

    private static HeatPicture.Cell cell(Cell cell) {
        return new HeatPicture.Cell(cell.server().toString(), cell.name(), cell.from(), cell.units(),
                Marks.of(cell.mark()), power(cell.power()), cell.stale(), cell.celsius(), cell.watts(),
                cell.minutes());
    }

    private static Power power(PowerState state) {
        return switch (state) {
            case ON -> Power.ON;
            case OFF -> Power.OFF;
            case UNKNOWN -> Power.UNKNOWN;
        };
    }

    private void selected() {
        String id = desk().selection().server().map(UUID::toString).orElse("");
        if (!canvas.selected().orElse("").equals(id)) {
            canvas.select(id);
        }
    }

    private void open() {
        try {
            getSite().getPage().showView(RacksPart.ID);
        } catch (PartInitException e) {
            LoggerFactory.getLogger(HeatPart.class).error("The racks cannot be shown", e);
        }
    }

    @Override
    public void saveState(IMemento kept) {
        kept.putInteger(COLOUR, colours.selected());
        kept.putBoolean(WHOLE, model.whole());
    }

    @Override
    public void setFocus() {
        canvas.setFocus();
    }
}
