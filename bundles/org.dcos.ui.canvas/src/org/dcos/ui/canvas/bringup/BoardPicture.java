package org.dcos.ui.canvas.bringup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.rack.RackPicture;

/**
 * The board as it is to be drawn: ready texts, no look-ups.
 *
 * @param lane  machines of which the place is not known yet, above the racks
 * @param racks as they stand on site; each device has a machine with its id
 */
public record BoardPicture(List<Machine> lane, RackPicture racks, Map<String, Machine> machines) {

    public static final BoardPicture EMPTY = new BoardPicture(List.of(), RackPicture.EMPTY, Map.of());

    public BoardPicture {
        lane = List.copyOf(lane);
        machines = Map.copyOf(machines);
    }

    public static BoardPicture of(List<Machine> lane, RackPicture racks, List<Machine> racked) {
        var byId = new HashMap<String, Machine>();
        lane.forEach(machine -> byId.put(machine.id(), machine));
        racked.forEach(machine -> byId.put(machine.id(), machine));
        return new BoardPicture(lane, racks, byId);
    }

    public Optional<Machine> find(String id) {
        return Optional.ofNullable(machines.get(id));
    }

    /**
     * One machine.
     *
     * @param id       what a hit and the selection give back; unique in the picture
     * @param word     how far it is, or what is wrong, in a word or two
     * @param troubled whether it stands still
     * @param reason   why it stands still; may be empty
     * @param lit      whether its identify light can be asked for
     */
    public record Machine(String id, String name, Progress progress, String word, boolean troubled, String reason,
            boolean lit, Card card) {}
}
