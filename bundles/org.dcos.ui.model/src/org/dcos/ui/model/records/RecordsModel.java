package org.dcos.ui.model.records;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.dcos.domain.PageRequest;
import org.dcos.domain.ServerCore;
import org.dcos.domain.cmdb.ChangeOrder;
import org.dcos.domain.cmdb.ChangeSet;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.FieldDefinition;
import org.dcos.domain.cmdb.ItemFilter;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.exchange.ListExport;
import org.dcos.domain.exchange.SheetForm;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.estate.Recorded;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.model.work.Outcome;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.WritableValue;

/**
 * The records of one kind, as they are or were: loaded in the background, narrowed and sorted in memory, loaded again
 * when they changed. Used in the realm.
 */
public final class RecordsModel {

    private final EstateModel estates;
    private final Texts texts;
    private final FieldWords words;
    private final NameCache cache;
    private final WritableValue<RecordList> list;
    private final WritableValue<String> summary;
    private final WritableValue<String> problem;
    private Listed listed = Listed.of(Kind.SERVER);
    private Optional<Instant> at = Optional.empty();
    private Narrowing narrowing = Narrowing.NONE;
    private RecordList all = RecordList.EMPTY;
    private int loads;
    private int narrowings;
    private boolean loading;
    private boolean again;

    public RecordsModel(EstateModel estates, Texts texts, ZoneId zone, NameCache cache) {
        this.estates = estates;
        this.texts = texts;
        this.words = new FieldWords(texts, zone);
        this.cache = cache;
        var realm = estates.estate().getRealm();
        list = new WritableValue<>(realm, RecordList.EMPTY, RecordList.class);
        summary = new WritableValue<>(realm, "", String.class);
        problem = new WritableValue<>(realm, "", String.class);
    }

    public IObservableValue<RecordList> list() {
        return list;
    }

    /** {@code 120 of 10,000}. */
    public IObservableValue<String> summary() {
        return summary;
    }

    /** Why the last deed was not done; empty when it was. */
    public IObservableValue<String> problem() {
        return problem;
    }

    public FieldWords words() {
        return words;
    }

    public Listed listed() {
        return listed;
    }

    public Narrowing narrowing() {
        return narrowing;
    }

    /** The moment that the list is of; empty: now. */
    public Optional<Instant> at() {
        return at;
    }

    /** Goes over to another kind, without filters. */
    public void show(Listed next) {
        if (!next.equals(listed)) {
            listed = next;
            narrowing = Narrowing.NONE;
        }
        load();
    }

    /** Shows how it was then, or how it is. */
    public void show(Optional<Instant> moment) {
        if (!moment.equals(at)) {
            at = moment;
            load();
        }
    }

    /** Filters and orders what is loaded. */
    public void narrow(Narrowing next) {
        narrowing = next;
        publish();
    }

    /** To be told of what changed. */
    public void changed(Recorded recorded) {
        cache.changed(recorded.kinds());
        var kinds = recorded.kinds();
        var concerned = NameCache.needed(Set.of(listed.kind()));
        if (at.isEmpty() && (kinds.contains(listed.kind()) || kinds.contains(Kind.FIELD_DEFINITION)
                || kinds.stream().anyMatch(concerned::contains))) {
            load();
        }
    }

    /** Several calls while one runs make one more. */
    public void load() {
        loads++;
        if (loading) {
            again = true;
            return;
        }
        loading = true;
        int mine = loads;
        var wanted = listed;
        var moment = at;
        Outcome.of(estates, texts, core -> read(core, wanted, moment), outcome -> {
            loading = false;
            if (mine == loads) {
                problem.setValue(outcome.problem());
                outcome.value().ifPresent(loaded -> {
                    all = loaded;
                    publish();
                });
            }
            if (again) {
                again = false;
                load();
            }
        });
    }

    private RecordList read(ServerCore core, Listed what, Optional<Instant> moment) throws Problem {
        var records = core.records();
        Map<String, String> own = what.own().map(kind -> Map.of("kind", kind.id().toString())).orElse(Map.of());
        var items = ItemPages.all(records, what.kind(),
                new ItemFilter(Optional.empty(), Optional.empty(), own, Map.of(), Optional.empty(), moment));
        var names = cache.names(records, Set.of(what.kind()), moment);
        var definitions = records.list(FieldDefinition.class, ItemFilter.NONE, PageRequest.ALL).items();
        var columns = words.columns(what, definitions, items);
        return new RecordList(what, columns, items.stream().map(item -> words.row(item, columns, names)).toList(),
                items.size(), names, moment);
    }

    private void publish() {
        int mine = ++narrowings;
        var from = all;
        var how = narrowing;
        estates.inBackground(() -> {
            var rows = how.of(from.columns(), from.rows());
            estates.inRealm(() -> {
                if (mine == narrowings) {
                    list.setValue(new RecordList(from.listed(), from.columns(), rows, from.total(), from.names(),
                            from.at()));
                    summary.setValue(how.narrows() ? texts.get("records.some", rows.size(), from.total())
                            : texts.get("records.all", from.total()));
                }
            });
        });
    }

    /** The list as it is seen. @param columns the paths of those that are shown */
    public ListExport seen(List<String> columns, SheetForm form) {
        return new ListExport(listed.kind(), list.getValue().rows().stream().map(row -> row.item().id()).toList(),
                columns, at, form);
    }

    /** Changes one field of one record. */
    public void change(RecordRow row, RecordColumn column, String text) {
        if (at.isPresent() || text.equals(Items.text(row.item(), column.path()))) {
            return;
        }
        Outcome.<ChangeSet>of(estates, texts,
                core -> core.records().commit(new ChangeOrder("", "",
                        List.of(new Edit.Put(Items.with(row.item(), Map.of(column.path(), text)))))),
                outcome -> {
                    problem.setValue(outcome.problem());
                    if (outcome.value().isPresent()) {
                        load();
                    }
                });
    }

    /** Gives one field of many records one value, as one change set. @param then when it is done */
    public void change(BulkEdit edit, String why, Runnable then) {
        order(core -> core.records().commit(edit.order(why)), then);
    }

    /** Deletes records with what is a part of them, as one change set. @param then when it is done */
    public void delete(List<RecordRow> rows, String why, Runnable then) {
        var edits = rows.stream().map(RecordRow::item)
                .<Edit>map(item -> new Edit.Delete(Kind.of(item), item.id(), item.version())).toList();
        order(core -> core.records().commit(new ChangeOrder("", why, edits)), then);
    }

    private void order(Outcome.Call<ChangeSet> call, Runnable then) {
        if (at.isPresent()) {
            return;
        }
        Outcome.of(estates, texts, call, outcome -> {
            problem.setValue(outcome.problem());
            if (outcome.value().isPresent()) {
                load();
                then.run();
            }
        });
    }
}
