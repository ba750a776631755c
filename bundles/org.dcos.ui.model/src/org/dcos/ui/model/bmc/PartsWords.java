package org.dcos.ui.model.bmc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dcos.domain.bmc.BmcSetup.Part;
import org.dcos.domain.bmcsetup.BmcParts;
import org.dcos.domain.cmdb.Server;
import org.dcos.ui.model.estate.Mark;
import org.dcos.ui.model.text.Ages;
import org.dcos.ui.model.text.NaturalOrder;
import org.dcos.ui.model.text.Texts;

/** The parts of a machine as a tree, compared with what was bought: pure functions. */
final class PartsWords {

    private final Texts texts;
    private final Ages ages;

    PartsWords(Texts texts) {
        this.texts = texts;
        this.ages = new Ages(texts);
    }

    PartsSight sight(BmcParts told, Optional<Server> server, Instant now) {
        var rows = new ArrayList<PartRow>();
        var labels = server.map(Server::labels).orElse(Map.of());
        var differing = new ArrayList<String>();
        told.parts().stream().filter(part -> part.kind() == Part.Kind.CHASSIS).findFirst().ifPresentOrElse(
                chassis -> rows.add(row(chassis, 0, Mark.NONE)),
                () -> server.ifPresent(machine -> rows.add(new PartRow("machine", 0, Mark.NONE, machine.name(),
                        (machine.manufacturer() + " " + machine.model()).strip(), "", machine.serial(), ""))));
        for (var kind : Part.Kind.values()) {
            var mine = told.parts().stream().filter(part -> part.kind() == kind && !isRoot(rows, part))
                    .sorted(Comparator.comparing(Part::name, NaturalOrder.INSTANCE)).toList();
            var bought = Bought.of(labels, kind);
            if (mine.isEmpty() && (bought.isEmpty() || told.read().isEmpty())) {
                continue;
            }
            var note = note(mine, bought);
            bought.filter(wanted -> differs(mine, wanted)).ifPresent(
                    _ -> differing.add(texts.of("part.kind", kind)));
            rows.add(new PartRow("kind." + kind, 1, mark(mine, bought), texts.get("part.counted",
                    texts.of("part.kind", kind), mine.size()), "", "", "", note));
            mine.forEach(part -> rows.add(row(part, 2, bought.filter(wanted -> !wanted.isModelOf(part))
                    .map(_ -> Mark.WARNING).orElse(Mark.NONE))));
        }
        return new PartsSight(rows, line(told, now), trouble(told, differing, now), true);
    }

    private static boolean isRoot(List<PartRow> rows, Part part) {
        return part.kind() == Part.Kind.CHASSIS && !rows.isEmpty() && rows.getFirst().id().equals(id(part));
    }

    private static String id(Part part) {
        return part.kind() + "." + part.name() + "." + part.serial();
    }

    private PartRow row(Part part, int depth, Mark mark) {
        return new PartRow(id(part), depth, mark, part.name().isEmpty() ? texts.of("part.kind", part.kind())
                : part.name(),
                Stream.of(part.manufacturer(), part.model()).filter(text -> !text.isBlank()).distinct()
                        .collect(Collectors.joining(" ")),
                part.partNumber(), part.serial(), "");
    }

    private static boolean differs(List<Part> found, Bought bought) {
        return found.size() != bought.number() || found.stream().anyMatch(part -> !bought.isModelOf(part));
    }

    private static Mark mark(List<Part> found, Optional<Bought> bought) {
        return bought.map(wanted -> differs(found, wanted) ? Mark.WARNING : Mark.WELL).orElse(Mark.NONE);
    }

    private String note(List<Part> found, Optional<Bought> bought) {
        return bought.map(wanted -> {
            String what = wanted.model().isEmpty() ? Integer.toString(wanted.number())
                    : wanted.number() + " × " + wanted.model();
            return texts.get(differs(found, wanted) ? "part.bought" : "part.as.bought", what);
        }).orElse("");
    }

    private String line(BmcParts told, Instant now) {
        return told.read().isEmpty() ? texts.get("part.never")
                : texts.get("part.line", told.parts().size(), ages.since(told.read(), now));
    }

    private String trouble(BmcParts told, List<String> differing, Instant now) {
        if (told.failure().isPresent()) {
            var failure = told.failure().get();
            return texts.get("bmc.failed", ages.since(Optional.of(failure.at()), now),
                    texts.sentences().of(failure.message()));
        }
        return differing.isEmpty() ? "" : texts.get("part.differs", String.join(texts.get("part.and"), differing));
    }
}
