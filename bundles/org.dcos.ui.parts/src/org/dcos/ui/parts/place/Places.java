package org.dcos.ui.parts.place;

import java.util.Optional;
import java.util.UUID;

import org.dcos.ui.model.estate.Estate;
import org.dcos.ui.model.selection.Selected;
import org.eclipse.ui.IMemento;

/** Keeps what was chosen for the next start. */
final class Places {

    private static final String KIND = "kind";
    private static final String ID = "id";
    private static final String ROW = "row";

    private Places() {}

    static void write(IMemento memento, Selected selected) {
        switch (selected) {
            case Selected.Nothing _ -> {}
            case Selected.OfIdc(var id) -> put(memento, "idc", id);
            case Selected.OfRoom(var id) -> put(memento, "room", id);
            case Selected.OfRow(var room, var row) -> {
                put(memento, ROW, room);
                memento.putString(ROW, row);
            }
            case Selected.OfRack(var id) -> put(memento, "rack", id);
            case Selected.OfServer(var id) -> put(memento, "server", id);
        }
    }

    private static void put(IMemento memento, String kind, UUID id) {
        memento.putString(KIND, kind);
        memento.putString(ID, id.toString());
    }

    static Optional<Selected> read(IMemento memento) {
        var kind = memento.getString(KIND);
        var text = memento.getString(ID);
        if (kind == null || text == null) {
            return Optional.empty();
        }
        var id = UUID.fromString(text);
        return switch (kind) {
            case "idc" -> Optional.of(new Selected.OfIdc(id));
            case "room" -> Optional.of(new Selected.OfRoom(id));
            case ROW -> Optional.of(new Selected.OfRow(id, Optional.ofNullable(memento.getString(ROW)).orElse("")));
            case "rack" -> Optional.of(new Selected.OfRack(id));
            case "server" -> Optional.of(new Selected.OfServer(id));
            default -> Optional.empty();
        };
    }

    /** Whether it is still there. */
    static boolean exists(Estate estate, Selected selected) {
        return switch (selected) {
            case Selected.Nothing _ -> false;
            case Selected.OfIdc(var id) -> estate.idcs().containsKey(id);
            case Selected.OfRoom(var id) -> estate.rooms().containsKey(id);
            case Selected.OfRow(var room, var row) -> estate.racks().values().stream()
                    .anyMatch(rack -> rack.room().equals(room) && rack.row().equals(row));
            case Selected.OfRack(var id) -> estate.racks().containsKey(id);
            case Selected.OfServer(var id) -> estate.servers().containsKey(id);
        };
    }
}
