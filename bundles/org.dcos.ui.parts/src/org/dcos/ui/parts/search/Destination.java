package org.dcos.ui.parts.search;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.Kind;
import org.dcos.ui.model.rack.RacksModel;
import org.dcos.ui.model.records.Listed;
import org.dcos.ui.model.selection.RackSpot;
import org.dcos.ui.model.selection.Selected;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.device.DevicePart;
import org.dcos.ui.parts.rack.RacksPart;
import org.dcos.ui.parts.records.RecordPart;
import org.dcos.ui.parts.records.RecordsPart;
import org.dcos.ui.parts.shell.Perspectives;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;

/** The way to a record: a server to its page, a rack to the racks, anything else to its form. */
public final class Destination {

    private final IWorkbenchWindow window;
    private final Desk desk;

    public Destination(IWorkbenchWindow window, Desk desk) {
        this.window = window;
        this.desk = desk;
    }

    /** Goes to where one works with it. */
    public void show(Kind kind, UUID id) {
        var estate = desk.estate().estate().getValue();
        if (kind == Kind.SERVER && estate.servers().containsKey(id)) {
            operate();
            desk.selection().reveal(id, new RacksModel(desk.modelTexts(), desk.clock()).placeOf(estate, id));
            view(DevicePart.ID);
        } else if (kind == Kind.RACK && estate.racks().containsKey(id)) {
            operate();
            desk.selection().select(new Selected.OfRack(id));
            view(RacksPart.ID);
        } else {
            form(kind, id);
        }
    }

    /** Shows its form, and it among those of its kind. */
    public void form(Kind kind, UUID id) {
        ((RecordsPart) records(RecordsPart.ID)).list(Listed.of(kind));
        desk.record().choose(kind, id);
        view(RecordPart.ID);
    }

    /** Begins the record of a server. @param spot where it is put; empty: nowhere yet */
    public void record(String serial, Optional<RackSpot> spot) {
        Map<String, String> filled = new HashMap<>(Map.of("serial", serial));
        spot.ifPresent(at -> filled.putAll(Map.of("mounting.rack", at.rack().toString(), "mounting.lowestUnit",
                Integer.toString(at.unit()), "mounting.heightUnits", "1", "mounting.face", at.face().name())));
        ((RecordPart) records(RecordPart.ID)).begin(Listed.of(Kind.SERVER), filled);
    }

    private void operate() {
        perspective(Perspectives.OPERATE);
    }

    private IViewPart records(String view) {
        perspective(Perspectives.RECORDS);
        return view(view);
    }

    private void perspective(String id) {
        if (!id.equals(window.getActivePage().getPerspective().getId())) {
            Perspectives.show(window, id);
        }
    }

    private IViewPart view(String id) {
        try {
            return window.getActivePage().showView(id);
        } catch (PartInitException e) {
            throw new IllegalStateException("view %s could not be opened".formatted(id), e);
        }
    }
}
