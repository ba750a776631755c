package org.dcos.ui.model.deviation;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.dcos.domain.ServerCore;
import org.dcos.domain.cmdb.FieldChange;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.deviation.Correction;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.records.FieldWords;
import org.dcos.ui.model.records.NameCache;
import org.dcos.ui.model.records.Names;
import org.dcos.ui.model.text.Texts;

/** Says field by field what a correction changes, with names in place of ids. */
final class CorrectionWords {

    private final Texts texts;
    private final FieldWords fields;
    private final NameCache cache;

    CorrectionWords(Texts texts, ZoneId zone, NameCache cache) {
        this.texts = texts;
        this.fields = new FieldWords(texts, zone);
        this.cache = cache;
    }

    /** Asks for the correction, and for the names that it needs. */
    CorrectionSight of(ServerCore core, UUID deviation) throws Problem {
        Correction correction = core.deviations().correction(deviation);
        var kinds = correction.parts().stream().map(Correction.Part::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
        Names names = kinds.isEmpty() ? Names.NONE : cache.names(core.records(), kinds, Optional.empty());
        var lines = new ArrayList<CorrectionSight.Line>();
        for (Correction.Part part : correction.parts()) {
            String record = texts.get("audit.correction.record", fields.kind(part.kind()), part.name());
            if (part.deleted()) {
                lines.add(new CorrectionSight.Line(record, "", "", texts.get("audit.correction.deleted")));
                continue;
            }
            for (FieldChange change : part.fields()) {
                lines.add(new CorrectionSight.Line(record, fields.title(change.field()),
                        shown(part.kind(), change.field(), change.before(), names),
                        shown(part.kind(), change.field(), change.after(), names)));
            }
        }
        boolean english = texts.locale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        return new CorrectionSight(english ? correction.title() : texts.get("audit.correction.title"), lines, "");
    }

    private String shown(Kind kind, String path, String value, Names names) {
        return Items.field(kind, path).map(field -> fields.shown(field, value, names)).orElse(value);
    }
}
