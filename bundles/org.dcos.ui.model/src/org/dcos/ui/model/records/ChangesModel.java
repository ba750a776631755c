package org.dcos.ui.model.records;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.PageRequest;
import org.dcos.domain.ServerCore;
import org.dcos.domain.cmdb.ChangeSet;
import org.dcos.domain.cmdb.ItemChange;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.model.work.Outcome;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.WritableValue;

/** The change sets, of all records or of one, what each did, and taking one back. Used in the realm. */
public final class ChangesModel {

    private static final int MOST_SETS = 1_000;
    private static final int MOST_CHANGES = 2_000;

    /** A change set as its list shows it. */
    public record Row(ChangeSet set, String at, String title, String who, String why, String origin) {}

    /** One field that a change set changed. */
    public record Detail(String record, String field, String before, String after) {}

    private final EstateModel estates;
    private final Texts texts;
    private final FieldWords words;
    private final NameCache cache;
    private final WritableValue<List<Row>> rows;
    private final WritableValue<List<Detail>> details;
    private final WritableValue<String> problem;
    private Optional<UUID> item = Optional.empty();
    private String text = "";
    private int asked;
    private int detailsAsked;

    public ChangesModel(EstateModel estates, Texts texts, ZoneId zone, NameCache cache) {
        this.estates = estates;
        this.texts = texts;
        this.words = new FieldWords(texts, zone);
        this.cache = cache;
        var realm = estates.estate().getRealm();
        rows = new WritableValue<>(realm, List.of(), List.class);
        details = new WritableValue<>(realm, List.of(), List.class);
        problem = new WritableValue<>(realm, "", String.class);
    }

    /** Newest first. */
    public IObservableValue<List<Row>> rows() {
        return rows;
    }

    /** What the change set did that was asked for last. */
    public IObservableValue<List<Detail>> details() {
        return details;
    }

    /** Why the last deed was not done; empty when it was. */
    public IObservableValue<String> problem() {
        return problem;
    }

    /** @param of only those that changed it; empty: all @param search in title, reason and name */
    public void show(Optional<UUID> of, String search) {
        item = of;
        text = search.strip();
        load();
    }

    public void load() {
        int mine = ++asked;
        var of = item;
        var search = Optional.of(text).filter(typed -> !typed.isEmpty());
        Outcome.of(estates, texts,
                core -> core.records().changeSets(of, search, new PageRequest(0, MOST_SETS)).items(), outcome -> {
                    if (mine == asked) {
                        problem.setValue(outcome.problem());
                        outcome.value().ifPresent(sets -> rows.setValue(sets.stream().map(this::row).toList()));
                    }
                });
    }

    private Row row(ChangeSet set) {
        String said = texts.sentences().of(set.title());
        var title = set.undoneBy().map(by -> texts.get("changes.undone", said, by)).orElse(said);
        return new Row(set, words.moment(set.at()), title, set.who(), set.why(), set.origin());
    }

    /** Reads what a change set did. */
    public void open(long number) {
        int mine = ++detailsAsked;
        Outcome.of(estates, texts, core -> read(core, number), outcome -> {
            if (mine == detailsAsked) {
                problem.setValue(outcome.problem());
                outcome.value().ifPresent(details::setValue);
            }
        });
    }

    private List<Detail> read(ServerCore core, long number) throws Problem {
        var changes = core.records().changes(number, new PageRequest(0, MOST_CHANGES)).items();
        var kinds = EnumSet.noneOf(Kind.class);
        changes.forEach(change -> kinds.add(change.kind()));
        var names = kinds.isEmpty() ? Names.NONE : cache.names(core.records(), kinds, Optional.empty());
        var made = new ArrayList<Detail>();
        changes.forEach(change -> add(made, change, names));
        return List.copyOf(made);
    }

    private void add(List<Detail> made, ItemChange change, Names names) {
        var record = "%s %s".formatted(words.kind(change.kind()), ItemNames.of(change.either(), names::of));
        if (change.after().isEmpty()) {
            made.add(new Detail(record, texts.get("changes.deleted"), "", ""));
            return;
        }
        for (var field : change.fields()) {
            var what = Items.field(change.kind(), field.field());
            made.add(new Detail(record, words.title(field.field()),
                    what.map(known -> words.shown(known, field.before(), names)).orElse(field.before()),
                    what.map(known -> words.shown(known, field.after(), names)).orElse(field.after())));
        }
    }

    /** Takes a change set back; why not is said. */
    public void undo(ChangeSet set, String why) {
        Outcome.of(estates, texts, core -> core.records().undo(set.number(), why), outcome -> {
            problem.setValue(outcome.problem());
            if (outcome.value().isPresent()) {
                load();
            }
        });
    }
}
