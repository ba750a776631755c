package org.dcos.ui.parts.impact;

import java.util.Optional;

import org.dcos.domain.cmdb.Kind;
import org.dcos.ui.model.selection.RecordSelection;
import org.dcos.ui.model.selection.Selected;
import org.dcos.ui.parts.widget.DeskPart;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;

/** A view about what was chosen last, a record or a thing in the racks. Asks for nothing while it is not seen. */
abstract class SubjectPart extends DeskPart {

    private Optional<RecordSelection.Of> subject = Optional.empty();

    private final IPartListener2 seen = new IPartListener2() {
        @Override
        public void partVisible(IWorkbenchPartReference part) {
            if (part.getPart(false) == SubjectPart.this) {
                subject.ifPresent(SubjectPart.this::show);
            }
        }
    };

    /** Shows another thing, or the same. */
    abstract void show(RecordSelection.Of what);

    /** Nothing is chosen any more. */
    abstract void clear();

    /** The records have changed. */
    abstract void reload();

    /** Begins to follow what is chosen; to be called when the widgets are there. */
    final void followSubject(Composite body) {
        getSite().getPage().addPartListener(seen);
        body.addDisposeListener(_ -> getSite().getPage().removePartListener(seen));
        follow(desk().selection().selected(), what -> of(what).ifPresent(this::about));
        follow(desk().record().chosen(), record -> record.ifPresent(this::about));
        follow(desk().estate().connection(), _ -> {
            subject = Optional.empty();
            clear();
        });
        follow(desk().estate().recorded(), _ -> {
            if (visible()) {
                reload();
            }
        });
        desk().record().chosen().getValue().or(() -> of(desk().selection().selected().getValue()))
                .ifPresent(this::about);
    }

    /** What it is about. */
    final Optional<RecordSelection.Of> subject() {
        return subject;
    }

    /** Goes over to another thing. */
    final void about(RecordSelection.Of next) {
        subject = Optional.of(next);
        if (visible()) {
            show(next);
        }
    }

    private boolean visible() {
        return getSite().getPage().isPartVisible(this);
    }

    /** The record of what is chosen among the places and in the racks. */
    static Optional<RecordSelection.Of> of(Selected what) {
        return switch (what) {
            case Selected.OfServer(var id) -> Optional.of(new RecordSelection.Of(Kind.SERVER, id));
            case Selected.OfRack(var id) -> Optional.of(new RecordSelection.Of(Kind.RACK, id));
            case Selected.OfRoom(var id) -> Optional.of(new RecordSelection.Of(Kind.ROOM, id));
            case Selected.OfIdc(var id) -> Optional.of(new RecordSelection.Of(Kind.IDC, id));
            case Selected.OfRow _ -> Optional.empty();
            case Selected.Nothing _ -> Optional.empty();
        };
    }
}
