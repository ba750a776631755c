package org.dcos.ui.parts.rack;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.connection.ConnectionState;
import org.dcos.ui.canvas.control.EmptyState;
import org.dcos.ui.canvas.control.FlatButton;
import org.dcos.ui.canvas.control.PanelTitle;
import org.dcos.ui.canvas.control.Segmented;
import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.canvas.rack.ColourBy;
import org.dcos.ui.canvas.rack.DropWords;
import org.dcos.ui.canvas.rack.RackCanvas;
import org.dcos.ui.canvas.rack.RackHit;
import org.dcos.ui.model.estate.Estate;
import org.dcos.ui.model.rack.RackHistory;
import org.dcos.ui.model.rack.RackRecords;
import org.dcos.ui.model.rack.RacksModel;
import org.dcos.ui.model.selection.RackSpot;
import org.dcos.ui.model.selection.RecordSelection;
import org.dcos.ui.model.selection.Selected;
import org.dcos.ui.model.work.StatusLine;
import org.dcos.ui.parts.shell.CommandMenu;
import org.dcos.ui.parts.shell.Commands;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Ticker;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;

/** The racks of the chosen place side by side, from the front or the rear, coloured by what one wants to know. */
public final class RacksPart extends DeskPart {

    public static final String ID = "org.dcos.racks";

    private static final Duration AGEING = Duration.ofSeconds(5);
    private static final List<Face> FACES = List.of(Face.FRONT, Face.REAR);
    private static final List<ColourBy> COLOURS = List.of(ColourBy.STATE, ColourBy.POWER, ColourBy.AGE,
            ColourBy.TEMPERATURE);
    private static final double ZOOM_STEP = 1.25;
    private static final List<String> MENU = List.of("org.dcos.device.show", "org.dcos.record.show",
            "org.dcos.impact.show", "org.dcos.trace.show");

    private Optional<IMemento> memento = Optional.empty();
    private RacksModel model;
    private RackPictures pictures;
    private StatusLine words;
    private PanelTitle title;
    private Segmented faces;
    private Segmented colours;
    private final StackLayout stack = new StackLayout();
    private Composite area;
    private EmptyState nothing;
    private RackCanvas canvas;
    private RackRecords records;
    private RackHistory history;
    private PastBar past;
    private RackEditing editing;
    private FlatButton edit;
    private FlatButton reserve;
    private boolean edits;
    private Optional<Selected> applied = Optional.empty();

    @Override
    public void init(IViewSite site, IMemento kept) throws PartInitException {
        super.init(site, kept);
        memento = Optional.ofNullable(kept);
    }

    @Override
    protected void create(Composite body) {
        model = new RacksModel(desk().modelTexts(), desk().clock());
        pictures = new RackPictures(desk(), model);
        records = new RackRecords(desk().estate(), desk().modelTexts());
        editing = new RackEditing(desk(), getSite(), records);
        history = new RackHistory(desk().estate(), desk().selection(), records, desk().modelTexts(), desk().clock());
        body.addDisposeListener(_ -> {
            history.close();
            records.close();
        });
        words = new StatusLine(desk().modelTexts(), desk().clock(), desk().clock().getZone());
        body.setLayout(Layouts.column());
        createHead(body);
        past = new PastBar(body, desk(), history, () -> area = Layouts.fill(new Composite(body, SWT.NONE)));
        area.setLayout(stack);
        nothing = new EmptyState(area);
        canvas = new RackCanvas(area);
        stack.topControl = canvas;
        canvas.setWords(RackTexts.words(desk()));
        canvas.setCards(pictures::card);
        canvas.onSelect(hit -> hit.ifPresent(this::choose));
        canvas.onOpen(_ -> Commands.run(getSite(), "org.dcos.device.show"));
        canvas.setDropWords(new DropWords(text("racks.drop.free"), text("racks.drop.taken"), text("racks.drop.kept")));
        canvas.onMove(editing::move);
        CommandMenu.on(canvas, getSite(), MENU);
        edit(false);
        memento.ifPresent(this::restore);
        follow(records.contents(), _ -> show());
        follow(desk().capacities().racks(), _ -> show());
        follow(history.then(), then -> {
            edit.setEnabled(then.isEmpty());
            if (then.isPresent() && edits) {
                edit(false);
            }
            show();
        });
        follow(desk().estate().estate(), _ -> show());
        follow(desk().estate().state(), _ -> show());
        follow(desk().selection().place(), _ -> show());
        follow(desk().selection().selected(), this::selected);
        Ticker.every(canvas, AGEING, this::show);
    }

    private void createHead(Composite body) {
        var head = Layouts.wide(new Composite(body, SWT.NONE));
        var layout = Layouts.grid(6, 0, 14);
        layout.marginLeft = 10;
        layout.marginRight = 10;
        layout.marginTop = 4;
        head.setLayout(layout);
        title = Layouts.wide(new PanelTitle(head));
        reserve = new FlatButton(head);
        reserve.setText(text("racks.reserve"));
        reserve.setWeight(FlatButton.Weight.BARE);
        reserve.onPress(() -> editing.reserve(canvas.selection()));
        reserve.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
        edit = new FlatButton(head);
        edit.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
        edit.onPress(() -> edit(!edits));
        var then = new FlatButton(head);
        then.setIcon(Icon.HISTORY, text("past.title"));
        then.setWeight(FlatButton.Weight.BARE);
        then.onPress(() -> past.toggle());
        faces = new Segmented(head);
        faces.setItems(text("racks.side"), List.of(text("racks.front"), text("racks.rear")));
        faces.onSelect(i -> canvas.setFace(FACES.get(i)));
        colours = new Segmented(head);
        colours.setItems(text("racks.colour"),
                List.of(text("racks.state"), text("racks.power"), text("racks.age"), text("racks.temperature")));
        colours.onSelect(i -> canvas.setColourBy(COLOURS.get(i)));
        colours.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
    }

    /** Whether devices can be dragged and units kept. */
    public void edit(boolean on) {
        edits = on;
        canvas.setMovable(on);
        edit.setText(on ? text("racks.edit.done") : "");
        edit.setIcon(Icon.EDIT, text("racks.edit"));
        edit.setWeight(on ? FlatButton.Weight.PRIMARY : FlatButton.Weight.BARE);
        reserve.setEnabled(on);
        PastBar.appear(reserve, on);
        edit.getParent().layout();
    }

    /** Shows the racks from this side. */
    public void face(Face face) {
        faces.select(FACES.indexOf(face));
        canvas.setFace(face);
    }

    public void colourBy(ColourBy by) {
        colours.select(COLOURS.indexOf(by));
        canvas.setColourBy(by);
    }

    /** Opens the slider through the time of the racks, or closes it. */
    public void togglePast() {
        past.toggle();
    }

    public void fit() {
        canvas.fit();
    }

    /** @param steps more than zero to see less and larger */
    public void zoom(int steps) {
        canvas.zoomTo(canvas.view().layout().unitHeight() * Math.pow(ZOOM_STEP, steps));
    }

    private void show() {
        var estate = desk().estate().estate().getValue();
        var place = desk().selection().place().getValue();
        title.show(place instanceof Selected.Nothing ? text("racks.title") : model.title(estate, place), "");
        canvas.setPicture(history.then().getValue()
                .map(then -> pictures.picture(then.estate(), place, then.contents(), Map.of()))
                .orElseGet(() -> pictures.picture(estate, place, records.contents().getValue(),
                        desk().capacities().racks().getValue())));
        if (estate.empty()) {
            sayWhy();
        }
        Control top = estate.empty() ? nothing : canvas;
        if (stack.topControl != top) {
            stack.topControl = top;
            area.layout();
        }
        selected(desk().selection().selected().getValue());
    }

    /** Why there is no rack to see, and what can be done about it. */
    private void sayWhy() {
        var state = desk().estate().state().getValue();
        if (state instanceof ConnectionState.Connected && desk().estate().estate().getValue() == Estate.EMPTY) {
            nothing.show(Icon.RACK, text("racks.loading"));
        } else if (state instanceof ConnectionState.Connected) {
            nothing.show(Icon.RACK, text("racks.nothing"), text("racks.nothing.do"),
                    () -> Commands.run(getSite(), "org.dcos.baseline.import"));
        } else if (state instanceof ConnectionState.Refused) {
            nothing.show(Icon.CONNECT, words.connection(desk().estate().connection().getValue(), state),
                    text("welcome.connect.do"), () -> Commands.run(getSite(), "org.dcos.connect"));
        } else {
            nothing.show(Icon.CONNECT, words.connection(desk().estate().connection().getValue(), state));
        }
    }

    private void selected(Selected what) {
        if (applied.filter(what::equals).isPresent()) {
            return; // a switch or a unit that is chosen on the canvas stays so
        }
        applied = Optional.of(what);
        var device = what instanceof Selected.OfServer(var id) ? id.toString() : "";
        if (what instanceof Selected.OfRack(var rack)) {
            canvas.selectRack(rack.toString());
        } else if (!canvas.selectedDevice().orElse("").equals(device)) {
            canvas.select(device);
        }
    }

    private void choose(RackHit hit) {
        switch (hit) {
            case RackHit.OnDevice(var _, var device) -> {
                var id = UUID.fromString(device.id());
                if (desk().estate().estate().getValue().servers().containsKey(id)) {
                    desk().selection().select(new Selected.OfServer(id));
                } else {
                    other(id).ifPresent(of -> desk().record().choose(of.kind(), of.id()));
                }
            }
            case RackHit.OnRack(var rack) -> desk().selection().select(new Selected.OfRack(UUID.fromString(rack.id())));
            case RackHit.OnUnit(var rack, int unit) -> desk().selection()
                    .point(new RackSpot(UUID.fromString(rack.id()), unit, FACES.get(faces.selected())));
        }
    }

    /** A device that is no server. */
    private Optional<RecordSelection.Of> other(UUID id) {
        return records.contents().getValue().device(id).map(device -> new RecordSelection.Of(Kind.of(device), id));
    }

    /** The record of what is chosen here: of a device, or else of the rack. */
    public Optional<RecordSelection.Of> chosen() {
        return canvas.selection().flatMap(hit -> switch (hit) {
            case RackHit.OnDevice(var _, var device) -> {
                var id = UUID.fromString(device.id());
                yield desk().estate().estate().getValue().servers().containsKey(id)
                        ? Optional.of(new RecordSelection.Of(Kind.SERVER, id))
                        : other(id);
            }
            case RackHit.OnRack(var rack) -> rack(rack.id());
            case RackHit.OnUnit(var rack, var _) -> rack(rack.id());
        });
    }

    private static Optional<RecordSelection.Of> rack(String id) {
        return Optional.of(new RecordSelection.Of(Kind.RACK, UUID.fromString(id)));
    }

    private void restore(IMemento kept) {
        Optional.ofNullable(kept.getInteger("face"))
                .ifPresent(i -> face(FACES.get(Math.clamp(i, 0, FACES.size() - 1))));
        Optional.ofNullable(kept.getInteger("colour"))
                .ifPresent(i -> colourBy(COLOURS.get(Math.clamp(i, 0, COLOURS.size() - 1))));
    }

    @Override
    public void saveState(IMemento kept) {
        kept.putInteger("face", faces.selected());
        kept.putInteger("colour", colours.selected());
    }

    @Override
    public void setFocus() {
        canvas.setFocus();
    }
}
