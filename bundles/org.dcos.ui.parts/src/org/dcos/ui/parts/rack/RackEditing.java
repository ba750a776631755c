package org.dcos.ui.parts.rack;

import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.RackReservation;
import org.dcos.domain.relocation.RelocationTarget;
import org.dcos.ui.canvas.rack.RackHit;
import org.dcos.ui.canvas.rack.RackMove;
import org.dcos.ui.model.rack.RackEdits;
import org.dcos.ui.model.rack.RackRecords;
import org.dcos.ui.model.work.Outcome;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.relocation.RelocationsPart;
import org.dcos.ui.parts.widget.Sentence;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.PartInitException;
import org.slf4j.LoggerFactory;

/** What comes of a device that is dragged, and of units that are to be kept. */
final class RackEditing {

    private final Desk desk;
    private final IWorkbenchPartSite site;
    private final RackRecords records;

    RackEditing(Desk desk, IWorkbenchPartSite site, RackRecords records) {
        this.desk = desk;
        this.site = site;
        this.records = records;
    }

    private Optional<Device> device(UUID id) {
        return Optional.<Device>ofNullable(desk.estate().estate().getValue().servers().get(id))
                .or(() -> records.contents().getValue().device(id));
    }

    void move(RackMove wish) {
        device(UUID.fromString(wish.device().id())).filter(device -> device.mounting().isPresent())
                .ifPresent(device -> {
                    double lowest = wish.to().lowestUnit() + (wish.to().raised() ? 0.5 : 0);
                    var target = new RelocationTarget(device.id(), UUID.fromString(wish.to().rack().id()), lowest,
                            device.mounting().get().face());
                    String title = desk.texts().get("move.title", device.name(), wish.to().rack().name(),
                            number(lowest));
                    new MoveDialog(site.getShell(), desk, title, target).ask().ifPresent(choice -> {
                        if (choice.correct()) {
                            Outcome.of(desk.estate(), desk.modelTexts(),
                                    core -> core.records().commit(RackEdits.correction(device, target, choice.why())),
                                    this::told);
                        } else {
                            Outcome.of(desk.estate(), desk.modelTexts(),
                                    core -> core.relocations().begin(RackEdits.order(target, choice.why())),
                                    this::begun);
                        }
                    });
                });
    }

    private void told(Outcome<?> outcome) {
        if (!outcome.problem().isEmpty()) {
            desk.trouble(site.getShell(), outcome.problem());
        }
    }

    private void begun(Outcome<?> outcome) {
        told(outcome);
        if (outcome.value().isPresent()) {
            try {
                site.getPage().showView(RelocationsPart.ID);
            } catch (PartInitException e) {
                LoggerFactory.getLogger(RackEditing.class).error("The relocations cannot be shown", e);
            }
        }
    }

    /** Keeps the chosen unit and those above it, or gives it back when it is kept. */
    void reserve(Optional<RackHit> selection) {
        if (!(selection.orElse(null) instanceof RackHit.OnUnit(var rack, int unit))) {
            Sentence.show(site.getShell(), desk.texts(), desk.words("racks.reserve"), desk.words("reserve.choose"));
            return;
        }
        var id = UUID.fromString(rack.id());
        String where = rack.name() + " U" + unit;
        Optional<RackReservation> kept = records.contents().getValue().kept(id).stream()
                .filter(one -> one.lowestUnit() < unit + 1 && unit < one.lowestUnit() + one.heightUnits()).findFirst();
        if (kept.isPresent()) {
            giveBack(kept.get(), where);
            return;
        }
        new ReserveDialog(site.getShell(), desk, where).ask().ifPresent(form -> Outcome.of(desk.estate(),
                desk.modelTexts(),
                core -> core.records().save(form.reservation(UUID.randomUUID(), id, unit)), this::told));
    }

    private void giveBack(RackReservation kept, String where) {
        if (Sentence.ask(site.getShell(), desk.texts(), desk.words("reserve.delete"),
                desk.texts().get("reserve.delete.ask", where, kept.holder()), desk.words("reserve.delete.do"))) {
            Outcome.of(desk.estate(), desk.modelTexts(), core -> {
                core.records().delete(Kind.RACK_RESERVATION, kept.id());
                return kept;
            }, this::told);
        }
    }

    private static String number(double units) {
        return units == Math.rint(units) ? Long.toString((long) units) : Double.toString(units);
    }
}
