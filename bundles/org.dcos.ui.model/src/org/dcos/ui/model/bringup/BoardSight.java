package org.dcos.ui.model.bringup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.Mounting;
import org.dcos.ui.model.estate.Mark;
import org.dcos.ui.model.rack.RackSight.Line;

/**
 * The board as it is shown.
 *
 * @param title    which racks these are
 * @param lane     machines of which it is not known yet where they are
 * @param counts   machines by how far they are, those that stand still left out
 * @param troubled machines that stand still
 * @param todo     one for each that stands still, those that wait for a person first
 * @param story    what happened, the newest first
 */
public record BoardSight(String title, List<RackOf> racks, List<Machine> lane, Map<Way, Integer> counts, int troubled,
        List<Todo> todo, List<Told> story) {

    public static final BoardSight NONE = new BoardSight("", List.of(), List.of(), Map.of(), 0, List.of(), List.of());

    public BoardSight {
        racks = List.copyOf(racks);
        lane = List.copyOf(lane);
        counts = Map.copyOf(counts);
        todo = List.copyOf(todo);
        story = List.copyOf(story);
    }

    /** A machine by its id, in a rack or in the lane. */
    public Optional<Machine> find(String id) {
        return java.util.stream.Stream.concat(lane.stream(), racks.stream().flatMap(rack -> rack.machines().stream()))
                .filter(machine -> machine.id().equals(id)).findFirst();
    }

    /**
     * A rack as it stands on site.
     *
     * @param row  the row it stands in, in words
     * @param note how many of its machines are in the pool, {@code 12 / 18}
     */
    public record RackOf(UUID id, String name, String row, int heightUnits, boolean descending, String note,
            boolean troubled, List<Machine> machines) {
        public RackOf {
            machines = List.copyOf(machines);
        }
    }

    /**
     * A machine.
     *
     * @param id      of the server, else of the arrival
     * @param word    how far it is, or what is wrong, in a word or two
     * @param reason  what is wrong in one sentence, else how it was found; may be empty
     * @param cure    what to do about it; may be empty
     * @param mounted empty in the lane
     */
    public record Machine(String id, Optional<UUID> server, Optional<UUID> arrival, String name, Way way, String word,
            boolean troubled, String reason, String cure, Optional<Mounting> mounted, List<Line> facts) {
        public Machine {
            facts = List.copyOf(facts);
        }
    }

    /**
     * The one next thing to do for a machine that stands still.
     *
     * @param machine  its id
     * @param place    where it is, else its address
     * @param cause    what is wrong, in a word or two
     * @param sentence what is wrong
     * @param cure     what to do
     * @param next     when it is tried again by itself, in words; empty when a person has to decide
     */
    public record Todo(String machine, String name, String place, String cause, String sentence, String cure,
            String next, boolean quarantine) {}

    /** One event of the story. @param machine its id @param evidence what was found and done */
    public record Told(String machine, String time, String name, String what, String evidence, Mark mark) {}
}
