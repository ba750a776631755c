package org.dcos.ui.parts.bringup;

import java.util.ArrayList;
import java.util.List;

import org.dcos.ui.canvas.bringup.BoardPicture;
import org.dcos.ui.canvas.bringup.BoardWords;
import org.dcos.ui.canvas.bringup.Count;
import org.dcos.ui.canvas.bringup.Progress;
import org.dcos.ui.canvas.bringup.StoryEntry;
import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.control.Fact;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.rack.RackPicture;
import org.dcos.ui.canvas.rack.RackPicture.Device;
import org.dcos.ui.canvas.rack.RackPicture.Numbering;
import org.dcos.ui.model.bringup.BoardSight;
import org.dcos.ui.model.bringup.BoardSight.Machine;
import org.dcos.ui.model.bringup.BoardSight.RackOf;
import org.dcos.ui.model.bringup.Way;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.parts.widget.Marks;

/** Turns what the view-model says of the board into what the canvases draw. */
final class BoardPictures {

    static final String RED = "red";
    private static final List<Way> COUNTED = List.of(Way.PLANNED, Way.SEEN, Way.IDENTIFIED, Way.ACCEPTED,
            Way.AVAILABLE);

    private final Texts texts;
    private final Texts modelTexts;

    BoardPictures(Texts texts, Texts modelTexts) {
        this.texts = texts;
        this.modelTexts = modelTexts;
    }

    BoardWords words() {
        return new BoardWords(texts.get("bringup.title"), texts.get("bringup.lane"), texts.get("bringup.empty"));
    }

    BoardPicture picture(BoardSight sight) {
        var racked = new ArrayList<BoardPicture.Machine>();
        sight.racks().forEach(rack -> rack.machines().forEach(machine -> racked.add(machine(machine))));
        return BoardPicture.of(sight.lane().stream().map(BoardPictures::machine).toList(),
                new RackPicture(sight.racks().stream().map(BoardPictures::rack).toList()), racked);
    }

    private static RackPicture.Rack rack(RackOf rack) {
        return new RackPicture.Rack(rack.id().toString(), rack.name(), rack.row(), rack.heightUnits(), rack.note(),
                rack.troubled() ? Mark.CRITICAL : Mark.NONE, rack.machines().stream().map(BoardPictures::device)
                        .toList())
                                .numbering(rack.descending() ? Numbering.FROM_TOP : Numbering.FROM_BOTTOM);
    }

    private static Device device(Machine machine) {
        var mounting = machine.mounted().orElseThrow();
        return Device.server(machine.id(), machine.name(), mounting.bottomUnit(),
                Math.max(1, (int) mounting.heightUnits())).face(mounting.face())
                .spanning(mounting.lowestUnit(), mounting.heightUnits());
    }

    private static BoardPicture.Machine machine(Machine machine) {
        var card = new Card(machine.name(), machine.troubled() ? Mark.CRITICAL : Mark.NONE, machine.reason(),
                machine.facts().stream().map(line -> Fact.of(line.label(), line.value())).toList());
        return new BoardPicture.Machine(machine.id(), machine.name(), progress(machine.way()), machine.word(),
                machine.troubled(), machine.reason(), machine.server().isPresent() && machine.arrival().isPresent(),
                card);
    }

    static Progress progress(Way way) {
        return switch (way) {
            case PLANNED -> Progress.PLANNED;
            case SEEN -> Progress.SEEN;
            case IDENTIFIED -> Progress.IDENTIFIED;
            case ACCEPTED -> Progress.ACCEPTED;
            case AVAILABLE -> Progress.AVAILABLE;
            case OTHER -> Progress.OTHER;
        };
    }

    List<Count> counts(BoardSight sight) {
        var counts = new ArrayList<Count>();
        for (var way : COUNTED) {
            counts.add(new Count(way.name(), modelTexts.of("bringup.way", way), sight.counts().getOrDefault(way, 0),
                    progress(way), false));
        }
        counts.add(new Count(RED, texts.get("bringup.red"), sight.troubled(), Progress.OTHER, true));
        return counts;
    }

    List<StoryEntry> todo(BoardSight sight) {
        return sight.todo().stream().map(todo -> new StoryEntry(todo.machine(), todo.place(), todo.name(),
                todo.cause(), Mark.CRITICAL, todo.sentence(),
                (todo.cure() + (todo.next().isEmpty() ? "" : " " + todo.next())).strip())).toList();
    }

    List<StoryEntry> story(BoardSight sight) {
        return sight.story().stream().map(told -> new StoryEntry(told.machine(), told.time(), told.name(),
                told.what(), Marks.of(told.mark()), told.evidence(), "")).toList();
    }
}
