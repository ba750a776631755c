package org.dcos.ui.parts.dhcp;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.dcos.ui.canvas.control.FlatButton;
import org.dcos.ui.canvas.control.Gauge;
import org.dcos.ui.canvas.control.GaugeList;
import org.dcos.ui.canvas.control.PanelTitle;
import org.dcos.ui.canvas.control.SearchBox;
import org.dcos.ui.canvas.control.Segmented;
import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.canvas.network.InterfaceCard;
import org.dcos.ui.canvas.network.InterfaceCards;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.dhcp.DhcpModel;
import org.dcos.ui.model.dhcp.DhcpSight;
import org.dcos.ui.model.dhcp.InterfaceRow;
import org.dcos.ui.model.dhcp.LeaseLens;
import org.dcos.ui.model.dhcp.LeaseList;
import org.dcos.ui.model.dhcp.LeaseRow;
import org.dcos.ui.model.dhcp.NetworkRow;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.widget.Column;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Marks;
import org.dcos.ui.parts.widget.RowTable;
import org.dcos.ui.parts.widget.Sentence;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;

/** The widgets of the DHCP view, and what they are bound to. */
final class DhcpBoard {

    private static final int MARGIN = 10;
    private static final int[] ACROSS = {24, 76};
    private static final int PAUSE_TYPING_MILLIS = 200;
    private static final int SEARCH = 260;

    private final Desk desk;
    private final DhcpModel model;
    private final Composite body;
    private PanelTitle title;
    private FlatButton serve;
    private FlatButton change;
    private FlatButton leave;
    private FlatButton look;
    private TroubleBar trouble;
    private InterfaceCards cards;
    private GaugeList networks;
    private PanelTitle networksTitle;
    private PanelTitle leasesTitle;
    private SearchBox search;
    private FlatButton release;
    private RowTable<LeaseRow> table;
    private boolean looking;

    DhcpBoard(Composite body, Desk desk, DhcpModel model) {
        this.desk = desk;
        this.model = model;
        this.body = body;
        body.setLayout(Layouts.column());
        createHead();
        trouble = new TroubleBar(body, desk.texts());
        createCards();
        var across = Layouts.fill(new SashForm(body, SWT.HORIZONTAL | SWT.SMOOTH));
        createNetworks(across);
        createLeases(across);
        across.setWeights(ACROSS);
        DeskPart.follow(body, model.sight(), this::show);
        DeskPart.follow(body, model.leases(), this::show);
        DeskPart.follow(body, model.problem(), _ -> head());
    }

    private String text(String key, Object... arguments) {
        return desk.texts().get(key, arguments);
    }

    private void createHead() {
        var head = bar(body, 5, 4);
        title = Layouts.wide(new PanelTitle(head));
        look = button(head, Icon.DISCOVER, "dhcp.look", this::look);
        leave = button(head, Icon.REMOVE, "dhcp.leave", this::leave);
        change = button(head, Icon.EDIT, "dhcp.change", this::change);
        serve = button(head, Icon.POWER, "dhcp.start", this::serve);
    }

    private Composite bar(Composite parent, int columns, int top) {
        var bar = Layouts.wide(new Composite(parent, SWT.NONE));
        var layout = Layouts.grid(columns, 0, 8);
        layout.marginLeft = MARGIN;
        layout.marginRight = MARGIN;
        layout.marginTop = top;
        bar.setLayout(layout);
        return bar;
    }

    private FlatButton button(Composite parent, Icon icon, String key, Runnable press) {
        var button = new FlatButton(parent);
        button.setText(text(key));
        button.setIcon(icon, text(key));
        button.onPress(press);
        return button;
    }

    private void createCards() {
        cards = new InterfaceCards(body);
        var data = new GridData(SWT.FILL, SWT.BEGINNING, true, false);
        data.horizontalIndent = MARGIN;
        data.verticalIndent = 8;
        cards.setLayoutData(data);
        cards.onSelect(_ -> enable());
        cards.onOpen(_ -> change());
        cards.addListener(SWT.Resize, _ -> fitCards());
    }

    private void createNetworks(Composite across) {
        var side = new Composite(across, SWT.NONE);
        side.setLayout(Layouts.column());
        networksTitle = Layouts.title(new PanelTitle(side));
        networksTitle.show(text("dhcp.networks"), "");
        networks = new GaugeList(side);
        var data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.horizontalIndent = MARGIN;
        data.verticalIndent = 4;
        networks.setLayoutData(data);
    }

    private void createLeases(Composite across) {
        var side = new Composite(across, SWT.NONE);
        side.setLayout(Layouts.column());
        var head = bar(side, 4, 4);
        leasesTitle = Layouts.wide(new PanelTitle(head));
        search = new SearchBox(head);
        search.setHints(text("dhcp.search"), "");
        var room = new GridData(SWT.END, SWT.CENTER, false, false);
        room.widthHint = SEARCH;
        search.setLayoutData(room);
        search.field().addListener(SWT.Modify, _ -> later());
        var lenses = new Segmented(head);
        lenses.setItems(text("dhcp.lens"), List.of(text("dhcp.lens.NOW"), text("dhcp.lens.ALL")));
        lenses.onSelect(index -> model.lens(LeaseLens.values()[index]));
        release = button(head, Icon.DELETE, "dhcp.release", this::release);
        table = new RowTable<>(side, List.of(
                Column.<LeaseRow>of(text("dhcp.address"), 14, row -> row.lease().address())
                        .marked(row -> Marks.of(row.mark())),
                Column.of(text("dhcp.mac"), 15, row -> row.lease().mac()),
                Column.of(text("dhcp.machine"), 21, LeaseRow::machine),
                Column.<LeaseRow>of(text("dhcp.kind"), 9, LeaseRow::kind)
                        .in(row -> row.lease().reserved() ? Token.TEXT : Token.MUTED),
                Column.of(text("dhcp.state"), 9, LeaseRow::state),
                Column.<LeaseRow>of(text("dhcp.heard"), 8, LeaseRow::heard).right(),
                Column.<LeaseRow>of(text("dhcp.until"), 10, LeaseRow::until).right().muted(),
                Column.<LeaseRow>of(text("dhcp.where"), 14, LeaseRow::where).muted()),
                row -> row.lease().address());
        Layouts.fill(table.control());
        table.onSelect(_ -> enable());
    }

    private void later() {
        var typed = search.field().getText();
        search.getDisplay().timerExec(PAUSE_TYPING_MILLIS, () -> {
            if (!search.isDisposed() && typed.equals(search.field().getText())) {
                model.text(typed);
            }
        });
    }

    private void show(DhcpSight sight) {
        head();
        trouble.show(Marks.of(sight.mark()), sight.trouble(), sight.command());
        if (cards.show(text("dhcp.interfaces"), sight.interfaces().stream().map(DhcpBoard::card).toList())) {
            fitCards();
        }
        if (cards.selected().isEmpty()) {
            sight.interfaces().stream().filter(InterfaceRow::chosen).findFirst()
                    .or(() -> sight.interfaces().stream().findFirst()).map(InterfaceRow::name)
                    .ifPresent(name -> cards.select(name));
        }
        networksTitle.show(text("dhcp.networks"), sight.networks().isEmpty() ? text("dhcp.networks.none") : "");
        networks.show(sight.networks().stream().map(this::section).toList());
        enable();
    }

    private static InterfaceCard card(InterfaceRow row) {
        return new InterfaceCard(row.name(), row.name(), row.state(), Marks.of(row.mark()), row.addresses(),
                row.link(), row.warning(), row.chosen());
    }

    private GaugeList.Section section(NetworkRow row) {
        return new GaugeList.Section(row.title(), row.where(), List.of(new Gauge(text("dhcp.network.leased"),
                row.used(), row.note(), row.use().pool() == 0 ? OptionalDouble.empty() : OptionalDouble.of(row.share()),
                Marks.of(row.mark()))));
    }

    private void show(LeaseList list) {
        leasesTitle.show(text("dhcp.leases"), list.summary());
        table.setRows(list.rows());
        enable();
    }

    private void fitCards() {
        var data = (GridData) cards.getLayoutData();
        int width = body.getClientArea().width - 2 * MARGIN;
        int height = cards.computeSize(Math.max(1, width), SWT.DEFAULT).y;
        if (data.heightHint != height || data.widthHint != width) {
            data.heightHint = height;
            data.widthHint = width;
            data.grabExcessHorizontalSpace = false;
            data.horizontalAlignment = SWT.BEGINNING;
            body.layout();
        }
    }

    private void head() {
        var problem = model.problem().getValue();
        title.show(text("dhcp.title"), problem.isEmpty() ? model.sight().getValue().headline() : problem);
    }

    private void enable() {
        var sight = model.sight().getValue();
        var chosen = chosen();
        serve.setText(text(sight.serving() ? "dhcp.stop" : "dhcp.start"));
        serve.setToolTipText(text(sight.serving() ? "dhcp.stop.hint" : "dhcp.start.hint"));
        serve.setWeight(sight.serving() ? FlatButton.Weight.NORMAL : FlatButton.Weight.PRIMARY);
        serve.setEnabled(sight.state().isPresent() && (sight.serving() || chosen.isPresent()));
        change.setText(chosen.map(row -> text(row.chosen() ? "dhcp.change.named" : "dhcp.serve.named", row.name()))
                .orElse(text("dhcp.change")));
        change.setEnabled(chosen.filter(row -> row.host().present()).isPresent());
        leave.setEnabled(chosen.filter(InterfaceRow::chosen).isPresent());
        look.setText(text(looking ? "dhcp.looking" : "dhcp.look"));
        look.setEnabled(!looking && chosen.filter(row -> row.host().present()).isPresent());
        release.setEnabled(table.selected().isPresent());
        serve.requestLayout();
    }

    /** The interface whose card is selected. */
    Optional<InterfaceRow> chosen() {
        return cards.selected().flatMap(name -> model.sight().getValue().interfaces().stream()
                .filter(row -> row.name().equals(name)).findFirst());
    }

    /** Starts or stops; what is not chosen yet is asked for. */
    void serve() {
        var sight = model.sight().getValue();
        if (sight.serving()) {
            if (Sentence.ask(body.getShell(), desk.texts(), text("dhcp.stop.title"), text("dhcp.stop.sentence"),
                    text("dhcp.stop"))) {
                model.serve(false);
            }
        } else if (sight.settings().interfaces().isEmpty() || sight.settings().networks().isEmpty()) {
            change();
        } else {
            model.serve(true);
        }
    }

    /** Asks what is to be served on the chosen interface. */
    void change() {
        chosen().filter(row -> row.host().present()).ifPresent(row -> model.form(row.host(), form -> {
            if (!body.isDisposed()) {
                new ServeDialog(body.getShell(), desk.texts(), model, form).open();
            }
        }));
    }

    private void leave() {
        chosen().ifPresent(row -> model.stop(row.name()));
    }

    private void look() {
        chosen().ifPresent(row -> {
            looking = true;
            enable();
            model.look(row.name(), () -> {
                looking = false;
                if (!body.isDisposed()) {
                    enable();
                }
            });
        });
    }

    private void release() {
        table.selected().map(LeaseRow::lease).ifPresent(lease -> {
            if (Sentence.ask(body.getShell(), desk.texts(), text("dhcp.release.title", lease.address()),
                    text("dhcp.release.sentence", lease.address(), lease.mac()), text("dhcp.release"))) {
                model.release(lease);
            }
        });
    }

    void setFocus() {
        cards.setFocus();
    }
}
