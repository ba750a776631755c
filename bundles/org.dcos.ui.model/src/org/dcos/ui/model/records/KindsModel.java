package org.dcos.ui.model.records;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.ItemFilter;
import org.dcos.domain.cmdb.Kind;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.model.work.Outcome;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.WritableValue;

/** The kinds of records in groups, with how many there are of each. Used in the realm. */
public final class KindsModel {

    private final EstateModel estates;
    private final Texts texts;
    private final WritableValue<List<KindRow>> rows;
    private final WritableValue<String> problem;

    public KindsModel(EstateModel estates, Texts texts) {
        this.estates = estates;
        this.texts = texts;
        var realm = estates.estate().getRealm();
        rows = new WritableValue<>(realm, rows(Map.of()), List.class);
        problem = new WritableValue<>(realm, "", String.class);
    }

    public IObservableValue<List<KindRow>> rows() {
        return rows;
    }

    /** Why the numbers are not known; empty when they are. */
    public IObservableValue<String> problem() {
        return problem;
    }

    /** Counts again, in the background. */
    public void load() {
        Outcome.of(estates, texts, core -> {
            var counts = new EnumMap<Kind, Integer>(Kind.class);
            for (var kind : Kind.values()) {
                counts.put(kind, (int) core.records().list(kind, ItemFilter.NONE, new PageRequest(0, 1)).total());
            }
            return counts;
        }, outcome -> {
            problem.setValue(outcome.problem());
            outcome.value().ifPresent(counts -> rows.setValue(rows(counts)));
        });
    }

    private List<KindRow> rows(Map<Kind, Integer> counts) {
        var made = new ArrayList<KindRow>();
        for (var group : KindGroup.values()) {
            made.add(new KindRow(Optional.empty(), texts.of("kind.group", group), ""));
            for (var kind : group.kinds()) {
                made.add(new KindRow(Optional.of(kind), texts.of("kind.many", kind),
                        Optional.ofNullable(counts.get(kind)).map(count -> texts.get("records.number", count))
                                .orElse("")));
            }
        }
        return List.copyOf(made);
    }
}
