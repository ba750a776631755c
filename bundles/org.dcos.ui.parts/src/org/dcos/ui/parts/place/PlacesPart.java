package org.dcos.ui.parts.place;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.dcos.ui.canvas.control.PanelTitle;
import org.dcos.ui.model.place.PlaceNode;
import org.dcos.ui.model.place.PlacesModel;
import org.dcos.ui.model.rack.RacksModel;
import org.dcos.ui.model.selection.Selected;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Ticker;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;

/** IDCs, rooms, rows and racks as a tree, each with what is in it and how the worst of it is. */
public final class PlacesPart extends DeskPart {

    private static final Duration AGEING = Duration.ofSeconds(5);

    private PlacesModel model;
    private PlaceTree tree;
    private Optional<Selected> kept = Optional.empty();

    @Override
    protected void create(Composite body) {
        model = new PlacesModel(desk().modelTexts(), desk().clock());
        body.setLayout(Layouts.column());
        Layouts.title(new PanelTitle(body)).show(text("places.title"), "");
        tree = Layouts.fill(new PlaceTree(body, text("places.title"), text("places.empty")));
        tree.onSelect(place -> desk().selection().select(place));
        follow(desk().estate().estate(), _ -> show());
        follow(desk().capacities().racks(), _ -> tree.setNodes(nodes()));
        follow(desk().selection().place(), tree::select);
        Ticker.every(tree, AGEING, this::show);
    }

    private List<PlaceNode> nodes() {
        return model.tree(desk().estate().estate().getValue(), desk().capacities().racks().getValue());
    }

    private void show() {
        var nodes = nodes();
        tree.setNodes(nodes);
        if (!nodes.isEmpty() && desk().selection().place().getValue() instanceof Selected.Nothing) {
            begin(nodes);
        }
    }

    /** Nothing is chosen yet, or a server whose place is not. */
    private void begin(List<PlaceNode> nodes) {
        var estate = desk().estate().estate().getValue();
        var selection = desk().selection();
        if (kept.isPresent() && Places.exists(estate, kept.get())) {
            selection.select(kept.get());
        }
        kept = Optional.empty();
        if (!(selection.place().getValue() instanceof Selected.Nothing)) {
            return;
        }
        selection.server().filter(estate.servers()::containsKey).ifPresentOrElse(
                server -> selection.reveal(server,
                        new RacksModel(desk().modelTexts(), desk().clock()).placeOf(estate, server)),
                () -> first(nodes).ifPresent(selection::select));
    }

    /** Where an operator begins: the first row, or room, that has racks. */
    private static Optional<Selected> first(List<PlaceNode> nodes) {
        for (var node : nodes) {
            if (node.children().stream().anyMatch(child -> child.kind() == PlaceNode.Kind.RACK)) {
                return Optional.of(node.place());
            }
            var within = first(node.children());
            if (within.isPresent()) {
                return within;
            }
        }
        return Optional.empty();
    }

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        kept = Optional.ofNullable(memento).flatMap(Places::read);
    }

    @Override
    public void saveState(IMemento memento) {
        Places.write(memento, desk().selection().selected().getValue());
    }

    @Override
    public void setFocus() {
        tree.setFocus();
    }
}
