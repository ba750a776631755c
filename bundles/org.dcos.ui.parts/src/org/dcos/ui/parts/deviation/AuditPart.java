package org.dcos.ui.parts.deviation;

import java.util.UUID;

import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.deviation.Deviation;
import org.dcos.ui.model.deviation.AuditModel;
import org.dcos.ui.model.deviation.DecisionForm.Deed;
import org.dcos.ui.model.rack.RacksModel;
import org.dcos.ui.model.records.NameCache;
import org.dcos.ui.parts.power.OperationJob;
import org.dcos.ui.parts.shell.Perspectives;
import org.dcos.ui.parts.widget.DeskPart;
import org.eclipse.swt.widgets.Composite;

/** How complete the audits were, what differs by kind, the evidence of the chosen deviation, and the decision on it. */
public final class AuditPart extends DeskPart {

    public static final String ID = "org.dcos.view.audit";

    private final NameCache names = new NameCache();
    private AuditModel model;
    private AuditBoard board;

    @Override
    protected void create(Composite body) {
        model = new AuditModel(desk().estate(), desk().modelTexts(), desk().clock(), desk().clock().getZone(), names);
        board = new AuditBoard(body, desk(), model, this::run, this::showDevice);
        body.addDisposeListener(_ -> model.close());
        follow(desk().estate().connection(), _ -> model.load());
        follow(desk().estate().recorded(), recorded -> names.changed(recorded.kinds()));
    }

    /** Compares the records with what is there, now. */
    public void run() {
        if (model.progress().getValue().isEmpty()) {
            model.start(operation -> OperationJob.watch(desk(), operation));
        }
    }

    /** Whether a deviation is chosen that this can be decided of. */
    public boolean can(Deed deed) {
        return board.can(deed);
    }

    /** Asks for what the decision needs, and decides. */
    public void decide(Deed deed) {
        board.decide(deed);
    }

    /** Whether a run is shown that could not see everything. */
    public boolean hasUnseen() {
        return board.hasUnseen();
    }

    /** Shows what the run could not see. */
    public void showUnseen() {
        board.showUnseen();
    }

    /** Whether a deviation of a recorded device is chosen. */
    public boolean hasDevice() {
        return board.chosen().filter(one -> !one.items().isEmpty()).isPresent();
    }

    /** Goes to the rack of the chosen deviation's device. */
    public void showDevice() {
        board.chosen().flatMap(one -> one.items().stream().findFirst()).ifPresent(this::showDevice);
    }

    private void showDevice(Deviation one) {
        one.items().stream().findFirst().ifPresent(this::showDevice);
    }

    private void showDevice(UUID item) {
        desk().record().choose(Kind.SERVER, item);
        var estate = desk().estate().estate().getValue();
        if (estate.servers().containsKey(item)) {
            desk().selection().reveal(item, new RacksModel(desk().modelTexts(), desk().clock()).placeOf(estate, item));
            Perspectives.show(getSite().getWorkbenchWindow(), Perspectives.OPERATE);
        }
    }

    @Override
    public void setFocus() {
        board.setFocus();
    }
}
