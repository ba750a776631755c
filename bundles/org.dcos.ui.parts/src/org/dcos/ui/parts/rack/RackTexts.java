package org.dcos.ui.parts.rack;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.rack.RackWords;
import org.dcos.ui.parts.Desk;

/** The racks' own few words in the operator's language. */
final class RackTexts {

    private RackTexts() {}

    static RackWords words(Desk desk) {
        var texts = desk.texts();
        var marks = Arrays.stream(Mark.values()).filter(mark -> mark != Mark.NONE)
                .collect(Collectors.toMap(Function.identity(), mark -> texts.of("mark", mark)));
        return new RackWords(texts.get("racks.title"), marks, texts.get("racks.free"), texts.get("racks.scale.power"),
                texts.get("racks.age"), texts.get("racks.scale.temperature"), texts.get("racks.none"));
    }
}
