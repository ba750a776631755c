package org.dcos.ui.parts.records;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Kind;
import org.dcos.ui.canvas.control.FlatButton;
import org.dcos.ui.canvas.control.PanelTitle;
import org.dcos.ui.canvas.control.SearchBox;
import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.rack.RacksModel;
import org.dcos.ui.model.records.KindRow;
import org.dcos.ui.model.records.KindsModel;
import org.dcos.ui.model.records.Listed;
import org.dcos.ui.model.records.NameCache;
import org.dcos.ui.model.records.RecordColumn;
import org.dcos.ui.model.records.RecordList;
import org.dcos.ui.model.records.RecordRow;
import org.dcos.ui.model.records.RecordsModel;
import org.dcos.ui.model.selection.RecordSelection;
import org.dcos.ui.parts.exchange.ExportFile;
import org.dcos.ui.parts.shell.CommandMenu;
import org.dcos.ui.parts.shell.Commands;
import org.dcos.ui.parts.widget.Column;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Native;
import org.dcos.ui.parts.widget.RowTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;

/** The records of one kind, of any: found, filtered, sorted, changed in place. Choosing one shows it beside. */
public final class RecordsPart extends DeskPart {

    public static final String ID = "org.dcos.view.records";

    private static final String LISTED = "listed";
    private static final int KINDS_WIDTH = 210;
    private static final int PAUSE_TYPING_MILLIS = 80;
    private static final List<String> MENU = List.of("org.dcos.record.edit", "org.dcos.record.bulk",
            "org.dcos.record.duplicate", "org.dcos.record.delete", "org.dcos.impact.show", "org.dcos.trace.show");

    private final Columns columns = new Columns();
    private Listed first = Listed.of(Kind.SERVER);
    private RecordsModel model;
    private KindsModel kindsModel;
    private PanelTitle title;
    private RowTable<KindRow> kinds;
    private RecordTable table;
    private SearchBox search;
    private Composite past;
    private Label pastWords;
    private boolean following;

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        columns.read(memento);
        if (memento != null) {
            Optional.ofNullable(memento.getString(LISTED)).flatMap(Kind::ofResource)
                    .ifPresent(kind -> first = Listed.of(kind));
        }
    }

    @Override
    protected void create(Composite body) {
        model = new RecordsModel(desk().estate(), desk().modelTexts(), desk().clock().getZone(), new NameCache());
        kindsModel = new KindsModel(desk().estate(), desk().modelTexts());
        body.setLayout(Layouts.grid(2, 0, 0));
        createKinds(body);
        var right = Layouts.fill(new Composite(body, SWT.NONE));
        right.setLayout(Layouts.column());
        createHead(right);
        createPast(right);
        table = new RecordTable(right, model, columns, this::chosen, _ -> edit(),
                made -> CommandMenu.on(made, getSite(), MENU));
        follow(model.list(), list -> show(list));
        follow(model.summary(), _ -> head());
        follow(model.problem(), _ -> head());
        follow(kindsModel.rows(), kinds::setRows);
        follow(desk().record().chosen(), this::reveal);
        follow(desk().selection().selected(), _ -> desk().selection().server().ifPresent(this::serverChosen));
        model.show(first);
        follow(desk().estate().connection(), _ -> reload());
        follow(desk().estate().recorded(), recorded -> {
            model.changed(recorded);
            kindsModel.load();
        });
    }

    private void createKinds(Composite body) {
        kinds = new RowTable<>(body, List.of(
                Column.<KindRow>of(text("records.kind"), 74, KindRow::name)
                        .in(row -> row.title() ? Token.MUTED : Token.TEXT),
                Column.<KindRow>of("", 26, KindRow::count).right().muted()), KindRow::key);
        var data = new GridData(SWT.FILL, SWT.FILL, false, true);
        data.widthHint = KINDS_WIDTH;
        kinds.control().setLayoutData(data);
        kinds.onSelect(row -> row.flatMap(KindRow::listed).ifPresent(this::list));
    }

    private void createHead(Composite body) {
        var head = Layouts.wide(new Composite(body, SWT.NONE));
        var layout = Layouts.grid(6, 0, 8);
        layout.marginLeft = 10;
        layout.marginRight = 10;
        layout.marginTop = 4;
        head.setLayout(layout);
        title = Layouts.wide(new PanelTitle(head));
        search = new SearchBox(head);
        search.setHints(text("records.search"), "");
        search.field().addListener(SWT.Modify, _ -> later());
        button(head, Icon.ADD, "records.new", () -> Commands.run(getSite(), "org.dcos.record.new"));
        button(head, Icon.HISTORY, "records.past", this::askMoment);
        button(head, Icon.TABLE, "records.columns", this::chooseColumns);
        button(head, Icon.DEPLOY, "records.export", this::export);
    }

    private void button(Composite head, Icon icon, String key, Runnable press) {
        var button = new FlatButton(head);
        button.setIcon(icon, text(key));
        button.setWeight(FlatButton.Weight.BARE);
        button.onPress(press);
    }

    private void createPast(Composite body) {
        past = Layouts.wide(new Composite(body, SWT.NONE));
        past.setLayout(Layouts.grid(2, 10, 6));
        pastWords = Layouts.wide(new Label(past, SWT.NONE));
        Native.font(Native.colours(pastWords, Token.PANEL, Token.WARNING), TextStyle.STRONG);
        var back = new FlatButton(past);
        back.setText(text("records.now"));
        back.onPress(() -> model.show(Optional.<Instant>empty()));
    }

    private void showPast(Optional<Instant> at) {
        ((GridData) past.getLayoutData()).exclude = at.isEmpty();
        past.setVisible(at.isPresent());
        pastWords.setText(at.map(moment -> text("records.asOf", model.words().moment(moment))).orElse(""));
        past.getParent().layout();
    }

    /** Asks for the moment that the list is to be of. */
    public void askMoment() {
        var now = model.at().orElseGet(() -> desk().clock().instant());
        new MomentDialog(getSite().getShell(), desk().texts(), model.words(), now).ask()
                .ifPresent(moment -> model.show(Optional.of(moment)));
    }

    /** What is listed, for a new record of that. */
    public Listed listed() {
        return model.listed();
    }

    /** Whether records are chosen that can be changed. */
    public boolean canChange() {
        return model.at().isEmpty() && !table.selected().isEmpty();
    }

    /** The servers among the chosen records; none while the past is shown. */
    public List<UUID> servers() {
        return model.at().isEmpty() ? table.selected().stream().map(RecordRow::item)
                .filter(item -> Kind.of(item) == Kind.SERVER).map(Item::id).toList() : List.of();
    }

    /** Asks for a field and a value that all chosen records are to have. */
    public void bulkEdit() {
        var list = model.list().getValue();
        new BulkDialog(getSite().getShell(), desk().texts(), list, table.selected(), model.words()).ask()
                .ifPresent(wish -> model.change(wish.edit(), wish.why(), () -> {}));
    }

    /** Asks, and deletes the chosen records with what is a part of them. */
    public void delete() {
        var rows = table.selected();
        var what = rows.size() == 1 ? rows.getFirst().name() : text("record.delete.many", rows.size());
        new ReasonDialog(getSite().getShell(), desk().texts(), text("record.delete.title", what),
                text("record.delete.sentence"), text("record.delete")).ask()
                        .ifPresent(why -> model.delete(rows, why, desk().record()::clear));
    }

    /** Asks which columns are to be shown. */
    public void chooseColumns() {
        var list = model.list().getValue();
        var shown = columns.of(list);
        new ColumnsDialog(getSite().getShell(), desk().texts(), list.columns(), shown.keySet()).ask()
                .ifPresent(chosen -> {
                    var widths = new LinkedHashMap<String, Integer>();
                    chosen.forEach(column -> widths.put(column.path(),
                            shown.getOrDefault(column, Columns.width(column))));
                    columns.keep(list.listed().key(), widths);
                    table.remake();
                });
    }

    /** Writes the list as it is seen, with its filter, order and columns, into a file. */
    public void export() {
        var list = model.list().getValue();
        ExportFile.ask(getSite().getShell(), list.listed().key() + ".xlsx", List.of("*.xlsx", "*.csv"))
                .ifPresent(file -> {
                    var seen = model.seen(
                            columns.of(list).keySet().stream().map(RecordColumn::path).toList(),
                            ExportFile.form(file));
                    ExportFile.write(getSite().getShell(), desk(), file, core -> core.exports().exportList(seen));
                });
    }

    private void later() {
        var typed = search.field().getText();
        search.getDisplay().timerExec(PAUSE_TYPING_MILLIS, () -> {
            if (!search.isDisposed() && typed.equals(search.field().getText())) {
                model.narrow(model.narrowing().text(typed));
            }
        });
    }

    private void reload() {
        model.load();
        kindsModel.load();
    }

    /** Goes over to another kind. */
    public void list(Listed listed) {
        if (!search.field().getText().isEmpty()) {
            search.field().setText("");
        }
        model.show(listed);
    }

    private void show(RecordList list) {
        kinds.select(list.listed().key());
        table.show(list);
        showPast(list.at());
        head();
        reveal(desk().record().chosen().getValue());
    }

    private void head() {
        var listed = model.listed();
        var name = listed.own().map(own -> own.title().isEmpty() ? own.name() : own.title())
                .orElseGet(() -> desk().modelTexts().of("kind.many", listed.kind()));
        var problem = model.problem().getValue();
        title.show(name, problem.isEmpty() ? model.summary().getValue() : problem);
    }

    private void chosen(List<RecordRow> rows) {
        if (following || rows.isEmpty()) {
            return;
        }
        var item = rows.getFirst().item();
        following = true;
        try {
            desk().record().choose(Kind.of(item), item.id());
            var estate = desk().estate().estate().getValue();
            if (Kind.of(item) == Kind.SERVER && estate.servers().containsKey(item.id())) {
                desk().selection().reveal(item.id(),
                        new RacksModel(desk().modelTexts(), desk().clock()).placeOf(estate, item.id()));
            }
        } finally {
            following = false;
        }
    }

    private void reveal(Optional<RecordSelection.Of> record) {
        record.filter(of -> !following && of.kind() == model.listed().kind())
                .ifPresent(of -> table.select(of.id()));
    }

    private void serverChosen(UUID server) {
        if (!following) {
            desk().record().choose(Kind.SERVER, server);
        }
    }

    /** Begins to change the chosen record. */
    public void edit() {
        table.edit();
    }

    @Override
    public void saveState(IMemento memento) {
        columns.write(memento);
        memento.putString(LISTED, model.listed().kind().resource());
    }

    @Override
    public void setFocus() {
        table.setFocus();
    }
}
