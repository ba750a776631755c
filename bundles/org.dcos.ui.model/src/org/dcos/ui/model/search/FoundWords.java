package org.dcos.ui.model.search;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.search.Hit;
import org.dcos.ui.model.estate.Estate;
import org.dcos.ui.model.records.FieldWords;
import org.dcos.ui.model.search.Findings.Group;
import org.dcos.ui.model.selection.RackSpot;
import org.dcos.ui.model.text.PlaceWords;
import org.dcos.ui.model.text.Texts;

/** What is said of things that were found, and of one that was not. */
final class FoundWords {

    /** What is written on a machine: no blanks, and at least one digit. */
    private static final Pattern SERIAL = Pattern.compile("(?=.*\\d)[\\p{Alnum}._/+#-]{4,64}");
    private static final Pattern ADDRESS = Pattern.compile("[\\d./]+");

    private final Texts texts;
    private final FieldWords fields;
    private final PlaceWords places;

    FoundWords(Texts texts) {
        this.texts = texts;
        fields = new FieldWords(texts, ZoneOffset.UTC);
        places = new PlaceWords(texts);
    }

    /** The hits by kind, the kind with the best hit first. */
    List<Group> groups(List<Hit> hits) {
        Map<Kind, List<FoundRow>> byKind = new LinkedHashMap<>();
        hits.forEach(hit -> byKind.computeIfAbsent(hit.kind(), _ -> new ArrayList<>()).add(row(hit)));
        var groups = new ArrayList<Group>();
        byKind.forEach((kind, rows) -> groups.add(new Group(texts.of("kind.many", kind), rows)));
        return groups;
    }

    private FoundRow.OfRecord row(Hit hit) {
        boolean known = hit.name().equals(hit.value());
        return new FoundRow.OfRecord(hit, hit.name(),
                known ? "" : texts.get("search.by", fields.title(hit.field()), hit.value()),
                places.said(hit.place()));
    }

    /** What can be done with a text that is exactly nothing's; nothing when it is hardly a serial number. */
    Optional<Group> offers(String text, Optional<RackSpot> spot, Estate estate) {
        if (!SERIAL.matcher(text).matches() || ADDRESS.matcher(text).matches() && text.contains(".")) {
            return Optional.empty();
        }
        var rows = new ArrayList<FoundRow>();
        spot.ifPresent(at -> Optional.ofNullable(estate.racks().get(at.rack())).ifPresent(rack -> rows
                .add(new FoundRow.Offer(text, spot, texts.get("search.place", text), place(rack, at)))));
        rows.add(new FoundRow.Offer(text, Optional.empty(), texts.get("search.record", text), ""));
        return Optional.of(new Group(texts.get("search.unknown"), rows));
    }

    private String place(Rack rack, RackSpot spot) {
        return "%s U%d · %s".formatted(rack.name(), spot.unit(), texts.of("search.face", spot.face()));
    }
}
