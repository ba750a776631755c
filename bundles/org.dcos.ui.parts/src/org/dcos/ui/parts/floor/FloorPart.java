package org.dcos.ui.parts.floor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.Server;
import org.dcos.ui.canvas.control.FlatButton;
import org.dcos.ui.canvas.control.GaugeList;
import org.dcos.ui.canvas.control.GaugeList.Section;
import org.dcos.ui.canvas.control.PanelTitle;
import org.dcos.ui.canvas.control.Segmented;
import org.dcos.ui.canvas.floor.FloorCanvas;
import org.dcos.ui.canvas.floor.FloorColour;
import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.capacity.Gauges;
import org.dcos.ui.model.capacity.Load;
import org.dcos.ui.model.floor.FloorModel;
import org.dcos.ui.model.floor.FloorSight;
import org.dcos.ui.model.selection.Selected;
import org.dcos.ui.parts.rack.RacksPart;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.GaugeTexts;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Native;
import org.dcos.ui.parts.widget.Ticker;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.slf4j.LoggerFactory;

/** The room of the chosen place from above, and beside it how full the chosen rack, its row and the room are. */
public final class FloorPart extends DeskPart {

    public static final String ID = "org.dcos.view.floor";

    private static final Duration AGEING = Duration.ofSeconds(5);
    private static final List<FloorColour> COLOURS = List.of(FloorColour.STATE, FloorColour.FREE_UNITS,
            FloorColour.POWER, FloorColour.AGE);
    private static final int ASIDE = 208;
    private static final int MARGIN = 12;
    /** Narrower than this there is room for the plan only. */
    private static final int LEAST_WITH_ASIDE = 560;
    private static final double ZOOM_STEP = 1.25;
    private static final String COLOUR = "colour";

    private Optional<IMemento> memento = Optional.empty();
    private FloorModel model;
    private FloorPictures pictures;
    private Gauges gauges;
    private PanelTitle title;
    private FlatButton rooms;
    private Segmented colours;
    private FloorCanvas canvas;
    private ScrolledComposite aside;
    private GaugeList loads;

    @Override
    public void init(IViewSite site, IMemento kept) throws PartInitException {
        super.init(site, kept);
        memento = Optional.ofNullable(kept);
    }

    @Override
    protected void create(Composite body) {
        model = new FloorModel(desk().estate(), desk().selection(), desk().capacities(), desk().modelTexts(),
                desk().clock());
        body.addDisposeListener(_ -> model.close());
        pictures = new FloorPictures(desk().texts());
        gauges = new Gauges(desk().modelTexts());
        body.setLayout(Layouts.column());
        createHead(body);
        var across = Layouts.fill(new Composite(body, SWT.NONE));
        across.setLayout(Layouts.grid(2, 0, 0));
        canvas = Layouts.fill(new FloorCanvas(across));
        canvas.setWords(pictures.words());
        canvas.onSelect(id -> id.map(UUID::fromString).ifPresent(
                rack -> desk().selection().select(new Selected.OfRack(rack))));
        canvas.onOpen(id -> open(UUID.fromString(id)));
        createAside(across);
        across.addListener(SWT.Resize, _ -> fold(across));
        memento.map(kept -> kept.getInteger(COLOUR)).ifPresent(
                i -> colourBy(COLOURS.get(Math.clamp(i, 0, COLOURS.size() - 1))));
        follow(model.sight(), this::show);
        follow(desk().selection().selected(), _ -> selected());
        Ticker.every(canvas, AGEING, model::refresh);
    }

    private void createHead(Composite body) {
        var head = Layouts.wide(new Composite(body, SWT.NONE));
        var layout = Layouts.grid(3, 0, 14);
        layout.marginLeft = 10;
        layout.marginRight = 10;
        layout.marginTop = 4;
        head.setLayout(layout);
        title = Layouts.wide(new PanelTitle(head));
        rooms = new FlatButton(head);
        rooms.setIcon(Icon.ROOM, text("floor.room"));
        rooms.setText(text("floor.room"));
        rooms.setWeight(FlatButton.Weight.BARE);
        rooms.setMenuArrow(true);
        rooms.onPress(this::chooseRoom);
        colours = new Segmented(head);
        colours.setItems(text("racks.colour"),
                List.of(text("racks.state"), text("floor.space"), text("racks.power"), text("racks.age")));
        colours.onSelect(i -> canvas.setColourBy(COLOURS.get(i)));
        colours.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
    }

    private void createAside(Composite across) {
        aside = new ScrolledComposite(across, SWT.V_SCROLL);
        var data = new GridData(SWT.FILL, SWT.FILL, false, true);
        data.widthHint = ASIDE + 2 * MARGIN;
        aside.setLayoutData(data);
        aside.setExpandHorizontal(true);
        var inset = new Composite(aside, SWT.NONE);
        inset.setLayout(Layouts.grid(1, MARGIN, 0));
        Native.colours(aside, Token.PANEL);
        Native.colours(inset, Token.PANEL);
        loads = new GaugeList(inset);
        loads.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
        aside.setContent(inset);
    }

    private void fold(Composite across) {
        boolean shown = across.getClientArea().width >= LEAST_WITH_ASIDE;
        var data = (GridData) aside.getLayoutData();
        if (data.exclude == shown) {
            data.exclude = !shown;
            aside.setVisible(shown);
            across.layout();
        }
    }

    private void chooseRoom() {
        var menu = new Menu(rooms);
        var here = model.sight().getValue().room();
        model.rooms().forEach(choice -> {
            var item = new MenuItem(menu, SWT.RADIO);
            item.setText(choice.title());
            item.setSelection(here.filter(choice.room()::equals).isPresent());
            item.addListener(SWT.Selection, _ -> {
                if (item.getSelection()) {
                    model.choose(choice.room());
                }
            });
        });
        menu.addListener(SWT.Hide, _ -> rooms.getDisplay().asyncExec(menu::dispose));
        Point at = rooms.toDisplay(0, rooms.getSize().y);
        menu.setLocation(at.x, at.y);
        menu.setVisible(true);
    }

    private void show(FloorSight sight) {
        title.show(sight.title().isEmpty() ? text("floor.title") : sight.title(), "");
        rooms.setEnabled(!desk().estate().estate().getValue().rooms().isEmpty());
        canvas.setPicture(pictures.picture(sight));
        selected();
    }

    /** The rack that is chosen, or that the chosen server stands in. */
    private Optional<UUID> chosen() {
        var estate = desk().estate().estate().getValue();
        return switch (desk().selection().selected().getValue()) {
            case Selected.OfRack(var rack) -> Optional.of(rack);
            case Selected.OfServer(var server) -> Optional.ofNullable(estate.servers().get(server))
                    .flatMap(Server::mounting).map(mounting -> mounting.rack());
            // @formatter:off: it would glue the patterns together
            case Selected.Nothing _, Selected.OfIdc _, Selected.OfRoom _, Selected.OfRow _ -> Optional.empty();
            // @formatter:on
        };
    }

    private void selected() {
        var rack = chosen();
        var id = rack.map(UUID::toString).orElse("");
        if (!canvas.selected().orElse("").equals(id)) {
            canvas.select(id);
        }
        showLoads(model.sight().getValue(), rack);
    }

    private void showLoads(FloorSight sight, Optional<UUID> rack) {
        var sections = new ArrayList<Section>();
        var row = rack.flatMap(sight::rowOf).or(() -> chosenRow(sight));
        rack.filter(_ -> row.isPresent()).ifPresent(id -> section(name(id), "", sight.load(id), sections));
        row.filter(its -> !its.row().isEmpty())
                .ifPresent(its -> section(its.name(), racks(sight.load(its)), sight.load(its), sections));
        section(text("floor.whole"), racks(sight.load()), sight.load(), sections);
        loads.show(sections);
        var content = aside.getContent();
        content.setSize(content.computeSize(ASIDE + 2 * MARGIN, SWT.DEFAULT));
    }

    private Optional<FloorSight.Row> chosenRow(FloorSight sight) {
        return desk().selection().selected().getValue() instanceof Selected.OfRow(_, var row)
                ? sight.rows().stream().filter(its -> its.row().equals(row)).findFirst()
                : Optional.empty();
    }

    private void section(String name, String note, Load load, List<Section> sections) {
        if (load.racks() > 0) {
            sections.add(new Section(name, note, GaugeTexts.of(gauges.of(load))));
        }
    }

    private String racks(Load load) {
        return desk().modelTexts().get("places.racks", load.racks());
    }

    private String name(UUID rack) {
        var known = desk().estate().estate().getValue().racks().get(rack);
        return known == null ? "" : known.name();
    }

    private void open(UUID rack) {
        desk().selection().select(new Selected.OfRack(rack));
        try {
            getSite().getPage().showView(RacksPart.ID);
        } catch (PartInitException e) {
            LoggerFactory.getLogger(FloorPart.class).error("The racks cannot be shown", e);
        }
    }

    /** Fills the racks by this. */
    public void colourBy(FloorColour by) {
        colours.select(COLOURS.indexOf(by));
        canvas.setColourBy(by);
    }

    public void fit() {
        canvas.fit();
    }

    /** @param steps more than zero to see less and larger */
    public void zoom(int steps) {
        canvas.zoom(Math.pow(ZOOM_STEP, steps));
    }

    @Override
    public void saveState(IMemento kept) {
        kept.putInteger(COLOUR, colours.selected());
    }

    @Override
    public void setFocus() {
        canvas.setFocus();
    }
}
