package org.dcos.ui.parts.floor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.control.Fact;
import org.dcos.ui.canvas.floor.Facing;
import org.dcos.ui.canvas.floor.FloorPicture;
import org.dcos.ui.canvas.floor.FloorWords;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.model.floor.FloorSight;
import org.dcos.ui.model.floor.FloorSight.RackTile;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.parts.widget.Marks;

/** Turns what the view-model says of a room into what the canvas draws. */
public final class FloorPictures {

    private final Texts texts;

    public FloorPictures(Texts texts) {
        this.texts = texts;
    }

    public FloorPicture picture(FloorSight sight) {
        return new FloorPicture(sight.rows().stream().map(row -> new FloorPicture.Row(row.name(),
                row.frontsUp() ? Facing.UP : Facing.DOWN, spots(row.spots()))).toList());
    }

    /** Neighbouring empty places are one gap. */
    private static List<FloorPicture.Spot> spots(List<Optional<RackTile>> places) {
        var spots = new ArrayList<FloorPicture.Spot>();
        int empty = 0;
        for (var place : places) {
            if (place.isEmpty()) {
                empty++;
                continue;
            }
            if (empty > 0) {
                spots.add(new FloorPicture.Gap(empty, ""));
                empty = 0;
            }
            spots.add(tile(place.get()));
        }
        return spots;
    }

    private static FloorPicture.Rack tile(RackTile rack) {
        var card = new Card(rack.name(), Marks.of(rack.mark()), rack.why(),
                rack.facts().stream().map(line -> Fact.of(line.label(), line.value())).toList());
        return new FloorPicture.Rack(rack.id().toString(), rack.name(), Marks.of(rack.mark()), rack.state(),
                rack.usedUnits(), rack.heightUnits(), rack.watts(), rack.budget(), rack.age(), rack.ageText(), card);
    }

    public FloorWords words() {
        var marks = Arrays.stream(Mark.values()).filter(mark -> mark != Mark.NONE)
                .collect(Collectors.toMap(Function.identity(), mark -> texts.of("mark", mark)));
        return new FloorWords(texts.get("floor.title"), marks, texts.get("floor.cold"), texts.get("floor.hot"),
                texts.get("floor.mixed"), texts.get("floor.units"), texts.get("floor.scale.units"),
                texts.get("floor.scale.power"), texts.get("racks.age"), texts.get("floor.minutes"),
                texts.get("racks.none"));
    }
}
