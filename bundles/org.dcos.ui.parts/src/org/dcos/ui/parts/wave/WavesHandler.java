package org.dcos.ui.parts.wave;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.Server;
import org.dcos.domain.power.ChassisCommand;
import org.dcos.domain.power.ChassisOrder;
import org.dcos.domain.power.PowerAction;
import org.dcos.domain.power.Waves;
import org.dcos.ui.model.estate.Estate;
import org.dcos.ui.model.selection.Selected;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.records.RecordsPart;
import org.dcos.ui.parts.shell.DeskHandler;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** Orders something of the chosen servers: those marked in the records, or all of the chosen place. */
public final class WavesHandler extends DeskHandler {

    @Override
    public boolean isEnabled() {
        return !servers(PlatformUI.getWorkbench().getActiveWorkbenchWindow(), desk()).isEmpty();
    }

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        var servers = servers(window, desk).stream().limit(ChassisOrder.MOST).toList();
        WavesPart.order(window, desk, new ChassisOrder(servers, new ChassisCommand.SetPower(PowerAction.ON), "",
                servers.size() == 1 ? Waves.ONE : Waves.CAREFUL, Optional.empty(), ""));
    }

    private static List<UUID> servers(IWorkbenchWindow window, Desk desk) {
        boolean records = window != null && window.getActivePage() != null
                && window.getActivePage().getActivePart() instanceof RecordsPart;
        if (records && window.getActivePage().getActivePart() instanceof RecordsPart part) {
            return part.servers();
        }
        return in(desk.estate().estate().getValue(), desk.selection().selected().getValue());
    }

    /** The servers of a place, rack by rack. */
    static List<UUID> in(Estate estate, Selected place) {
        return switch (place) {
            case Selected.Nothing() -> List.of();
            case Selected.OfServer(var server) -> List.of(server);
            case Selected.OfRack(var rack) -> estate.inRack(rack).stream().map(Server::id).toList();
            case Selected.OfRow(var room, var row) -> estate.racks().values().stream()
                    .filter(rack -> rack.room().equals(room) && rack.row().equals(row))
                    .flatMap(rack -> estate.inRack(rack.id()).stream()).map(Server::id).toList();
            case Selected.OfRoom(var room) -> estate.racks().values().stream()
                    .filter(rack -> rack.room().equals(room))
                    .flatMap(rack -> estate.inRack(rack.id()).stream()).map(Server::id).toList();
            case Selected.OfIdc(var idc) -> estate.racks().values().stream()
                    .filter(rack -> Optional.ofNullable(estate.rooms().get(rack.room()))
                            .filter(room -> room.idc().equals(idc)).isPresent())
                    .flatMap(rack -> estate.inRack(rack.id()).stream()).map(Server::id).toList();
        };
    }
}
