package org.dcos.ui.model.records;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.PageRequest;
import org.dcos.domain.ServerCore;
import org.dcos.domain.cmdb.CustomItem;
import org.dcos.domain.cmdb.CustomKind;
import org.dcos.domain.cmdb.ItemFilter;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.model.work.Outcome;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.WritableValue;

/** The kinds of records in groups, with how many there are of each. Used in the realm. */
public final class KindsModel {

    /** What the server-core said. */
    private record Counts(Map<Kind, Integer> kinds, List<CustomKind> own, Map<UUID, Integer> ofOwn) {}

    private final EstateModel estates;
    private final Texts texts;
    private final WritableValue<List<KindRow>> rows;
    private final WritableValue<String> problem;
    private int asked;

    public KindsModel(EstateModel estates, Texts texts) {
        this.estates = estates;
        this.texts = texts;
        var realm = estates.estate().getRealm();
        rows = new WritableValue<>(realm, rows(new Counts(Map.of(), List.of(), Map.of())), List.class);
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
        int mine = ++asked;
        Outcome.of(estates, texts, KindsModel::count, outcome -> {
            if (mine == asked) {
                problem.setValue(outcome.problem());
                outcome.value().ifPresent(counts -> rows.setValue(rows(counts)));
            }
        });
    }

    private static Counts count(ServerCore core) throws Problem {
        var kinds = new EnumMap<Kind, Integer>(Kind.class);
        for (var kind : Kind.values()) {
            kinds.put(kind, (int) core.records().list(kind, ItemFilter.NONE, new PageRequest(0, 1)).total());
        }
        var own = core.records().list(CustomKind.class, ItemFilter.NONE, PageRequest.ALL).items();
        var ofOwn = new HashMap<UUID, Integer>();
        if (!own.isEmpty()) {
            ItemPages.all(core.records(), Kind.CUSTOM_ITEM, ItemFilter.NONE)
                    .forEach(item -> ofOwn.merge(((CustomItem) item).kind(), 1, Integer::sum));
        }
        return new Counts(kinds, own, ofOwn);
    }

    private List<KindRow> rows(Counts counts) {
        var made = new ArrayList<KindRow>();
        for (var group : KindGroup.values()) {
            made.add(new KindRow(Optional.empty(), texts.of("kind.group", group), ""));
            for (var kind : group.kinds()) {
                made.add(new KindRow(Optional.of(Listed.of(kind)), texts.of("kind.many", kind),
                        number(counts.kinds.containsKey(kind), counts.kinds.getOrDefault(kind, 0))));
            }
        }
        for (var own : counts.own) {
            made.add(new KindRow(Optional.of(new Listed(Kind.CUSTOM_ITEM, Optional.of(own))),
                    own.title().isEmpty() ? own.name() : own.title(),
                    number(true, counts.ofOwn.getOrDefault(own.id(), 0))));
        }
        return List.copyOf(made);
    }

    private String number(boolean known, int count) {
        return known ? texts.get("records.number", count) : "";
    }
}
