package org.dcos.ui.parts.address;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.Prefix;
import org.dcos.domain.cmdb.PrefixState;
import org.dcos.domain.ip.AddressPlan;
import org.dcos.domain.ip.Cidr;
import org.dcos.ui.canvas.control.FlatButton;
import org.dcos.ui.canvas.control.PanelTitle;
import org.dcos.ui.canvas.ipmap.IpMapCanvas;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.address.AddressRow;
import org.dcos.ui.model.address.AddressesModel;
import org.dcos.ui.model.address.AddressesModel.Content;
import org.dcos.ui.model.address.NetworkRow;
import org.dcos.ui.model.address.PlanForm;
import org.dcos.ui.model.address.PlanForm.Deed;
import org.dcos.ui.parts.widget.Column;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.RowTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;

/** The networks as a tree, the chosen one as a map, what lies in it as a table, and what can be done with it. */
public final class AddressesPart extends DeskPart {

    private static final int MARGIN = 10;
    private static final int[] ACROSS = {26, 74};
    private static final int[] DOWN = {58, 42};

    private final Map<Deed, FlatButton> actions = new LinkedHashMap<>();
    private AddressesModel model;
    private MapPictures pictures;
    private PanelTitle title;
    private RowTable<NetworkRow> tree;
    private IpMapCanvas map;
    private RowTable<AddressRow> table;

    @Override
    protected void create(Composite body) {
        model = new AddressesModel(desk().estate(), desk().modelTexts());
        pictures = new MapPictures(desk().texts());
        body.setLayout(Layouts.column());
        title = Layouts.title(new PanelTitle(body));
        createActions(body);
        var across = Layouts.fill(new SashForm(body, SWT.HORIZONTAL | SWT.SMOOTH));
        createTree(across);
        var down = new SashForm(across, SWT.VERTICAL | SWT.SMOOTH);
        createMap(down);
        createTable(down);
        across.setWeights(ACROSS);
        down.setWeights(DOWN);
        follow(model.rows(), rows -> {
            tree.setRows(rows);
            select();
        });
        follow(model.content(), this::show);
        follow(model.problem(), problem -> {
            if (!problem.isEmpty()) {
                title.show(text("addresses.title"), problem);
            }
        });
        follow(desk().estate().recorded(), recorded -> {
            if (recorded.count() == 0 || recorded.kinds().stream().anyMatch(AddressesPart::concerns)) {
                model.load();
            }
        });
    }

    private static boolean concerns(Kind kind) {
        return switch (kind) {
            case VRF, PREFIX, IP_RANGE, IP_ADDRESS -> true;
            default -> false;
        };
    }

    private void createActions(Composite body) {
        var bar = new Composite(body, SWT.NONE);
        bar.setBackgroundMode(SWT.INHERIT_FORCE);
        bar.setLayout(Layouts.grid(Deed.values().length, 0, 4));
        var data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.horizontalIndent = MARGIN;
        bar.setLayoutData(data);
        for (var deed : Deed.values()) {
            var button = new FlatButton(bar);
            button.setText(text("addresses." + deed.name().toLowerCase(java.util.Locale.ROOT)));
            button.onPress(() -> order(deed));
            button.setEnabled(false);
            actions.put(deed, button);
        }
    }

    private void createTree(Composite parent) {
        tree = new RowTable<>(parent, List.of(
                Column.<NetworkRow>of(text("addresses.network"), 62, NetworkRow::label)
                        .in(row -> row.prefix().isEmpty() ? Token.MUTED : Token.TEXT),
                Column.of(text("addresses.purpose"), 38, NetworkRow::detail).muted()),
                row -> row.prefix().<Object>map(Prefix::id).orElse(row.label()));
        tree.onSelect(row -> row.flatMap(NetworkRow::prefix).map(Prefix::id).ifPresent(model::choose));
    }

    private void createMap(Composite parent) {
        map = new IpMapCanvas(parent);
        map.setWords(pictures.words());
        map.onLook(model::look);
        map.onWish(this::wish);
    }

    private void createTable(Composite parent) {
        table = new RowTable<>(parent, List.of(
                Column.of(text("addresses.range"), 24, AddressRow::range),
                Column.<AddressRow>of(text("addresses.kind"), 16, AddressRow::kind)
                        .in(row -> free(row) ? Token.MUTED : Token.TEXT),
                Column.of(text("addresses.name"), 24, AddressRow::name),
                Column.of(text("addresses.detail"), 36, AddressRow::detail).muted()), AddressRow::range);
        table.onSelect(_ -> enable());
        table.onOpen(row -> row.prefix().ifPresent(model::choose));
    }

    private static boolean free(AddressRow row) {
        return row.address().isEmpty() && row.prefix().isEmpty();
    }

    private void show(Optional<Content> content) {
        title.show(text("addresses.title"), content.map(c -> c.prefix().cidr() + " · " + c.usage())
                .orElse(text("addresses.empty")));
        content.ifPresent(now -> {
            map.setPicture(pictures.picture(now.picture()));
            map.look(now.picture().shown());
        });
        table.setRows(content.map(Content::rows).orElse(List.of()));
        if (map.getVisible() != content.isPresent()) {
            map.setVisible(content.isPresent());
            map.getParent().layout(); // a sash form shares its room among what is to be seen
        }
        select();
        enable();
    }

    private void select() {
        model.chosen().ifPresent(tree::select);
    }

    private void enable() {
        var now = model.content().getValue();
        boolean container = now.filter(c -> c.prefix().state() == PrefixState.CONTAINER).isPresent();
        actions.get(Deed.SPLIT).setEnabled(now.isPresent());
        actions.get(Deed.TAKE).setEnabled(now.isPresent());
        actions.get(Deed.MERGE).setEnabled(now.isPresent() && siblings().size() > 1);
        actions.get(Deed.ALLOCATE).setEnabled(now.isPresent() && !container);
        actions.get(Deed.RESERVE).setEnabled(now.isPresent() && !container);
        actions.get(Deed.RECLAIM).setEnabled(table.selected().flatMap(AddressRow::address).isPresent());
    }

    /** The chosen network below this one and its other half; all below it when none is chosen. */
    private List<UUID> siblings() {
        var below = table.rows().stream().filter(row -> row.prefix().isPresent()).toList();
        var chosen = table.selected().filter(row -> row.prefix().isPresent()).map(AddressRow::range).map(Cidr::parse);
        return below.stream()
                .filter(row -> chosen.isEmpty() || Cidr.parse(row.range()).equals(chosen.get())
                        || Cidr.parse(row.range()).isSiblingOf(chosen.get()))
                .map(row -> row.prefix().orElseThrow()).toList();
    }

    private void order(Deed deed) {
        model.content().getValue().map(Content::prefix).ifPresent(prefix -> {
            var chosen = switch (deed) {
                case MERGE -> siblings();
                case RECLAIM -> table.selected().flatMap(AddressRow::address).map(List::of).orElse(List.of());
                case SPLIT, TAKE, ALLOCATE, RESERVE -> List.<UUID>of();
            };
            int length = Cidr.parse(prefix.cidr()).length();
            String initial = switch (deed) {
                case SPLIT -> Integer.toString(length + 1);
                case TAKE -> Integer.toString(Math.max(length + 1, 24));
                case ALLOCATE, RESERVE -> "1";
                case MERGE, RECLAIM -> "";
            };
            ask(new PlanForm(deed, prefix, Optional.empty(), chosen, initial));
        });
    }

    /** A free block was dragged: in a container a network is taken, else addresses are reserved. */
    private void wish(Cidr block) {
        model.content().getValue().map(Content::prefix).ifPresent(prefix -> {
            if (prefix.state() == PrefixState.CONTAINER || block.sizeCapped() > AddressPlan.MOST_ADDRESSES) {
                ask(new PlanForm(Deed.TAKE, prefix, Optional.of(block), List.of(), prefix.purpose()));
            } else {
                var usable = Cidr.parse(prefix.cidr()).usable();
                var addresses = java.util.stream.Stream.iterate(0L, i -> i < block.sizeCapped(), i -> i + 1)
                        .map(block.first()::plus).filter(usable::contains).map(Object::toString).toList();
                ask(new PlanForm(Deed.RESERVE, prefix, Optional.of(block), List.of(), String.join(", ", addresses)));
            }
        });
    }

    private void ask(PlanForm form) {
        new PlanDialog(getSite().getShell(), desk(), form).open();
        model.load();
    }

    @Override
    public void setFocus() {
        tree.control().setFocus();
    }
}
