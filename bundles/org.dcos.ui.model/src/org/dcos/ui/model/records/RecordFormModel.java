package org.dcos.ui.model.records;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import org.dcos.domain.PageRequest;
import org.dcos.domain.ServerCore;
import org.dcos.domain.cmdb.ChangeOrder;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.FieldDefinition;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemFilter;
import org.dcos.domain.cmdb.ItemTree;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.text.ServerWords;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.model.work.Outcome;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.WritableValue;

/**
 * One record of any kind that is read and changed: what was typed is kept until it is saved or dropped; where somebody
 * else saved it meanwhile, both are shown and one is chosen. Used in the realm.
 */
public final class RecordFormModel {

    private static final String OF_FIRST_EDIT = "edits[0].";
    private static final String OF_ITEM = "item.";

    /** What was loaded to show a record. */
    private record Loaded(Item item, List<RecordColumn> columns, Names names) {}

    /** How a save went. */
    private record Saved(Optional<Item> item, List<Invalid.Violation> wrong, String problem, Optional<Item> theirs) {}

    private final EstateModel estates;
    private final Texts texts;
    private final FieldWords words;
    private final NameCache cache;
    private final WritableValue<RecordForm> form;
    private final Map<String, String> typed = new LinkedHashMap<>();
    private Optional<Loaded> loaded = Optional.empty();
    private List<Invalid.Violation> wrong = List.of();
    private String problem = "";
    private Optional<Item> theirs = Optional.empty();
    private int asked;
    private boolean saving;

    public RecordFormModel(EstateModel estates, Texts texts, ZoneId zone, NameCache cache) {
        this.estates = estates;
        this.texts = texts;
        this.words = new FieldWords(texts, zone);
        this.cache = cache;
        form = new WritableValue<>(estates.estate().getRealm(), RecordForm.NONE, RecordForm.class);
    }

    public IObservableValue<RecordForm> form() {
        return form;
    }

    public FieldWords words() {
        return words;
    }

    /** Shows a record as it is recorded; what was typed is dropped. */
    public void show(Kind kind, UUID id) {
        open(kind, core -> core.records().item(kind, id));
    }

    /** Begins a new record. */
    public void begin(Listed listed) {
        begin(listed, Map.of());
    }

    /** Begins a new record in which something is filled in already. @param filled texts by path */
    public void begin(Listed listed, Map<String, String> filled) {
        open(listed.kind(), _ -> {
            var blank = Items.blank(listed.kind(), UUID.randomUUID());
            return listed.own().isPresent() ? Items.with(blank, Map.of("kind", listed.own().get().id().toString()))
                    : blank;
        }, filled);
    }

    /** Begins a new record that is as another is. */
    public void beginLike(Item other) {
        open(Kind.of(other), _ -> {
            var tree = new LinkedHashMap<String, Object>(ItemTree.of(other));
            tree.put("id", UUID.randomUUID().toString());
            tree.put("version", 0L);
            return ItemTree.item(Kind.of(other), tree);
        });
    }

    public void clear() {
        asked++;
        loaded = Optional.empty();
        forget();
        publish();
    }

    private void open(Kind kind, Outcome.Call<Item> source) {
        open(kind, source, Map.of());
    }

    private void open(Kind kind, Outcome.Call<Item> source, Map<String, String> filled) {
        int mine = ++asked;
        Outcome.of(estates, texts, core -> load(core, kind, source), outcome -> {
            if (mine != asked) {
                return;
            }
            loaded = outcome.value();
            forget();
            typed.putAll(filled);
            problem = outcome.problem();
            publish();
        });
    }

    private Loaded load(ServerCore core, Kind kind, Outcome.Call<Item> source) throws Problem {
        var item = source.on(core);
        var names = cache.names(core.records(), Set.of(kind), Optional.empty());
        var definitions = core.records().list(FieldDefinition.class, ItemFilter.NONE, PageRequest.ALL).items();
        var own = item instanceof org.dcos.domain.cmdb.CustomItem custom
                ? core.records().list(org.dcos.domain.cmdb.CustomKind.class, ItemFilter.NONE, PageRequest.ALL).items()
                        .stream().filter(made -> made.id().equals(custom.kind())).findFirst()
                : Optional.<org.dcos.domain.cmdb.CustomKind>empty();
        return new Loaded(item, words.columns(new Listed(kind, own), definitions, List.of(item)), names);
    }

    private void forget() {
        typed.clear();
        wrong = List.of();
        problem = "";
        theirs = Optional.empty();
    }

    /** What was put into a field. */
    public void type(String path, String text) {
        loaded.ifPresent(now -> {
            if (text.equals(typed.getOrDefault(path, Items.text(now.item, path)))) {
                return;
            }
            if (text.equals(Items.text(now.item, path))) {
                typed.remove(path);
            } else {
                typed.put(path, text);
            }
            int end = path.indexOf('.');
            boolean whole = end > 0 && text.isBlank() && now.columns.stream()
                    .anyMatch(column -> column.path().equals(path) && !column.own()
                            && !column.field().to().isEmpty());
            if (whole) { // without its reference the rest of it says nothing: it goes as a whole
                now.columns.stream().map(RecordColumn::path)
                        .filter(other -> other.startsWith(path.substring(0, end + 1)))
                        .forEach(other -> typed.put(other, ""));
            }
            publish();
        });
    }

    /** Whether something was typed that would be lost. */
    public boolean unsaved() {
        return !typed.isEmpty() && loaded.isPresent();
    }

    /** Whether a save is under way. */
    public boolean saving() {
        return saving;
    }

    /** Drops what was typed. */
    public void revert() {
        forget();
        publish();
    }

    /** The records that a field refers to now, with their names. */
    public List<Names.Named> referred(RecordColumn column) {
        return loaded.map(now -> Arrays
                .stream(typed.getOrDefault(column.path(), Items.text(now.item, column.path())).split(" "))
                .filter(id -> !id.isBlank()).map(UUID::fromString)
                .map(id -> new Names.Named(column.field().to().getFirst(), id, now.names.of(id))).toList())
                .orElse(List.of());
    }

    /** What a reference may lead to. */
    public List<Names.Named> choices(RecordColumn column, String text, int most) {
        return loaded.map(now -> now.names.matching(column.field().to(), text, most)).orElse(List.of());
    }

    /** @param then told kind and id when it is saved */
    public void save(String why, BiConsumer<Kind, UUID> then) {
        loaded.ifPresent(now -> put(now, now.item, why, then));
    }

    /** Takes what somebody else saved; what was typed is dropped. */
    public void takeTheirs() {
        var there = theirs;
        loaded = loaded.flatMap(now -> there.map(item -> new Loaded(item, now.columns, now.names)));
        forget();
        publish();
    }

    /** Saves what was typed over what somebody else saved. */
    public void keepMine(String why, BiConsumer<Kind, UUID> then) {
        loaded.ifPresent(now -> theirs.ifPresent(item -> put(now, item, why, then)));
    }

    private void put(Loaded now, Item base, String why, BiConsumer<Kind, UUID> then) {
        var edits = Map.copyOf(typed);
        int mine = asked;
        saving = true;
        Outcome.of(estates, texts, core -> put(core, base, edits, why), outcome -> {
            saving = false;
            if (mine != asked) {
                return;
            }
            problem = outcome.problem();
            outcome.value().ifPresent(saved -> {
                wrong = saved.wrong;
                problem = saved.problem;
                theirs = saved.theirs;
                saved.item.ifPresent(item -> {
                    loaded = Optional.of(new Loaded(item, now.columns, now.names));
                    forget();
                });
            });
            publish();
            outcome.value().flatMap(Saved::item).ifPresent(item -> then.accept(Kind.of(item), item.id()));
        });
    }

    private Saved put(ServerCore core, Item base, Map<String, String> edits, String why) throws Problem {
        var kind = Kind.of(base);
        try {
            core.records().commit(new ChangeOrder("", why, List.of(new Edit.Put(Items.with(base, edits)))));
            return new Saved(Optional.of(core.records().item(kind, base.id())), List.of(), "", Optional.empty());
        } catch (Invalid e) {
            return new Saved(Optional.empty(), e.violations(), "", Optional.empty());
        } catch (Conflict e) {
            var recorded = recorded(core, kind, base.id()).filter(item -> item.version() != base.version());
            return new Saved(Optional.empty(), List.of(), new ServerWords(texts).problem(e), recorded);
        }
    }

    private static Optional<Item> recorded(ServerCore core, Kind kind, UUID id) throws Problem {
        try {
            return Optional.of(core.records().item(kind, id));
        } catch (NotFound _) {
            return Optional.empty();
        }
    }

    private void publish() {
        form.setValue(loaded.map(this::made).orElse(new RecordForm(Optional.empty(), "", List.of(), false, problem,
                Optional.empty(), List.of())));
    }

    private RecordForm made(Loaded now) {
        var fields = now.columns.stream().map(column -> {
            var text = typed.getOrDefault(column.path(), Items.text(now.item, column.path()));
            return new FormField(column, text, words.shown(column.field(), text, now.names), wrongWith(column.path()));
        }).toList();
        var elsewhere = wrong.stream().filter(one -> now.columns.stream()
                .noneMatch(column -> column.path().equals(path(one.field())))).map(this::message)
                .collect(Collectors.joining(" "));
        var title = now.item.version() == 0 ? texts.get("record.new", words.kind(Kind.of(now.item)))
                : ItemNames.of(now.item, now.names::of);
        return new RecordForm(Optional.of(now.item), title, fields, !typed.isEmpty() || now.item.version() == 0,
                (problem + " " + elsewhere).strip(), theirs,
                theirs.map(other -> differing(now, other)).orElse(List.of()));
    }

    private String wrongWith(String path) {
        return wrong.stream().filter(one -> path(one.field()).equals(path)).map(this::message)
                .collect(Collectors.joining(" "));
    }

    private String message(Invalid.Violation violation) {
        return texts.sentences().of(violation.message());
    }

    private static String path(String field) {
        var path = field.startsWith(OF_FIRST_EDIT) ? field.substring(OF_FIRST_EDIT.length()) : field;
        return path.startsWith(OF_ITEM) ? path.substring(OF_ITEM.length()) : path;
    }

    private List<String> differing(Loaded now, Item other) {
        return now.columns.stream().filter(column -> {
            var mine = typed.getOrDefault(column.path(), Items.text(now.item, column.path()));
            return !mine.equals(Items.text(other, column.path()));
        }).map(column -> texts.get("record.differs", column.title(),
                words.shown(column.field(), Items.text(other, column.path()), now.names),
                words.shown(column.field(), typed.getOrDefault(column.path(), Items.text(now.item, column.path())),
                        now.names)))
                .toList();
    }
}
