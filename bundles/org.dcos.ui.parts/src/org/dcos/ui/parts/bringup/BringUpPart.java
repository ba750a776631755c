package org.dcos.ui.parts.bringup;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.ServerCore;
import org.dcos.domain.bringup.Arrival;
import org.dcos.ui.canvas.bringup.BoardCanvas;
import org.dcos.ui.canvas.bringup.CountsBar;
import org.dcos.ui.canvas.bringup.StoryCanvas;
import org.dcos.ui.canvas.control.FlatButton;
import org.dcos.ui.canvas.control.PanelTitle;
import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.model.bringup.BoardFilter;
import org.dcos.ui.model.bringup.BoardModel;
import org.dcos.ui.model.bringup.BoardSight;
import org.dcos.ui.model.bringup.BoardSight.Machine;
import org.dcos.ui.model.bringup.BringUpForm;
import org.dcos.ui.model.bringup.Signal;
import org.dcos.ui.model.bringup.Way;
import org.dcos.ui.model.selection.Selected;
import org.dcos.ui.parts.exchange.ExportFile;
import org.dcos.ui.parts.power.OperationJob;
import org.dcos.ui.parts.shell.Commands;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Ticker;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;

/** Racks as they stand on site, how far each machine in them is, what is to be done, and the story of it. */
public final class BringUpPart extends DeskPart {

    public static final String ID = "org.dcos.view.bringup";

    private static final Duration LIGHT = Duration.ofSeconds(240);
    private static final Duration AGEING = Duration.ofSeconds(5);
    private static final int ASIDE = 340;
    private static final int LEAST_WITH_ASIDE = 820;
    private static final int MARGIN = 10;
    private static final String LARGE = "large";
    private static final String SOUND = "sound";

    private Optional<IMemento> memento = Optional.empty();
    private BoardModel model;
    private BoardPictures pictures;
    private PanelTitle title;
    private FlatButton racks;
    private FlatButton sizes;
    private FlatButton sounds;
    private FlatButton settings;
    private StackLayout stack;
    private Composite middle;
    private FirstSteps first;
    private CountsBar counts;
    private BoardCanvas board;
    private Composite aside;
    private PanelTitle todoTitle;
    private StoryCanvas todo;
    private StoryCanvas story;
    private final Map<Deed, FlatButton> deeds = new EnumMap<>(Deed.class);
    private Optional<String> chosen = Optional.empty();
    private boolean large;
    private boolean sound;

    @Override
    public void init(IViewSite site, IMemento kept) throws PartInitException {
        super.init(site, kept);
        memento = Optional.ofNullable(kept);
    }

    @Override
    protected void create(Composite body) {
        model = new BoardModel(desk().estate(), desk().modelTexts(), desk().clock(), ServerCore::bringUp);
        body.addDisposeListener(_ -> model.close());
        pictures = new BoardPictures(desk().texts(), desk().modelTexts());
        body.setLayout(Layouts.column());
        createHead(body);
        var strip = Layouts.wide(new Composite(body, SWT.NONE));
        var inside = Layouts.column();
        inside.marginLeft = MARGIN;
        inside.marginRight = MARGIN;
        strip.setLayout(inside);
        counts = Layouts.wide(new CountsBar(strip));
        counts.onSelect(this::only);
        var across = Layouts.fill(new Composite(body, SWT.NONE));
        across.setLayout(Layouts.grid(2, 0, 0));
        middle = Layouts.fill(new Composite(across, SWT.NONE));
        stack = new StackLayout();
        middle.setLayout(stack);
        first = new FirstSteps(middle, desk().texts(), List.of(
                new FirstSteps.Step("bringup.first.plan", Icon.IMPORT, () -> command("org.dcos.records.import")),
                new FirstSteps.Step("bringup.first.dhcp", Icon.ADDRESS, () -> command("org.dcos.show.dhcp"))),
                new FirstSteps.Step("bringup.first.on", Icon.SETTINGS, this::settings));
        board = new BoardCanvas(middle);
        stack.topControl = board;
        board.setWords(pictures.words());
        board.onSelect(this::choose);
        board.onOpen(this::open);
        board.onIdentify(id -> choose(Optional.of(id), Deed.IDENTIFY));
        createMenu();
        createAside(across);
        across.addListener(SWT.Resize, _ -> fold(across));
        large(memento.map(kept -> kept.getBoolean(LARGE)).orElse(false));
        sound(memento.map(kept -> kept.getBoolean(SOUND)).orElse(false));
        follow(model.sight(), this::show);
        follow(model.problem(), _ -> said());
        follow(model.running(), _ -> said());
        long before = model.signal().getValue().count();
        follow(model.signal(), signal -> {
            if (sound && signal.count() > before && signal.what() != Signal.What.NOTHING) {
                board.getDisplay().beep();
            }
        });
        Ticker.every(board, AGEING, model::refresh);
    }

    private void createHead(Composite body) {
        var head = Layouts.wide(new Composite(body, SWT.NONE));
        var layout = Layouts.grid(6, 0, 4);
        layout.marginLeft = MARGIN;
        layout.marginRight = MARGIN;
        layout.marginTop = 4;
        layout.marginBottom = 4;
        head.setLayout(layout);
        title = Layouts.wide(new PanelTitle(head));
        racks = button(head, "bringup.racks", Icon.RACK,
                () -> RackMenu.open(racks, model, desk().modelTexts().get("bringup.all")));
        racks.setMenuArrow(true);
        sizes = button(head, "bringup.large", Icon.ZOOM_IN, () -> large(!large));
        sounds = button(head, "bringup.sound", Icon.ALERT, () -> sound(!sound));
        button(head, "bringup.certificate", Icon.DEPLOY, this::certificate);
        settings = button(head, "bringup.settings", Icon.SETTINGS, this::settings);
    }

    private void command(String id) {
        Commands.run(getSite().getWorkbenchWindow(), id);
    }

    private FlatButton button(Composite parent, String key, Icon icon, Runnable run) {
        var button = new FlatButton(parent);
        button.setText(text(key));
        button.setIcon(icon, text(key));
        button.setWeight(FlatButton.Weight.BARE);
        button.onPress(run);
        return button;
    }

    private void createAside(Composite across) {
        aside = new Composite(across, SWT.NONE);
        aside.setLayout(Layouts.column());
        var data = new GridData(SWT.FILL, SWT.FILL, false, true);
        data.widthHint = ASIDE;
        aside.setLayoutData(data);
        todoTitle = Layouts.title(new PanelTitle(aside));
        todo = Layouts.fill(new StoryCanvas(aside));
        todo.onSelect(this::choose);
        todo.onOpen(this::open);
        var bar = Layouts.wide(new Composite(aside, SWT.NONE));
        var layout = Layouts.grid(3, 0, 4);
        layout.marginLeft = MARGIN;
        layout.marginRight = MARGIN;
        layout.marginTop = 6;
        bar.setLayout(layout);
        for (var deed : Deed.values()) {
            var button = new FlatButton(bar);
            button.setText(text(deed.key()));
            button.setIcon(deed.icon(), text(deed.key() + ".tip"));
            button.onPress(() -> run(deed));
            Layouts.wide(button);
            deeds.put(deed, button);
        }
        var storyTitle = Layouts.title(new PanelTitle(aside));
        storyTitle.show(text("bringup.story"), "");
        story = Layouts.fill(new StoryCanvas(aside));
        story.onSelect(this::choose);
        story.onOpen(this::open);
    }

    private void createMenu() {
        var menu = new Menu(board);
        menu.addListener(SWT.Show, _ -> {
            for (var item : menu.getItems()) {
                item.dispose();
            }
            for (var deed : Deed.values()) {
                item(menu, text(deed.key()), can(deed), () -> run(deed));
            }
            new MenuItem(menu, SWT.SEPARATOR);
            item(menu, text("bringup.certificate"), rack().isPresent(), this::certificate);
        });
        board.setMenu(menu);
    }

    private static void item(Menu menu, String words, boolean enabled, Runnable run) {
        var item = new MenuItem(menu, SWT.PUSH);
        item.setText(words);
        item.setEnabled(enabled);
        item.addListener(SWT.Selection, _ -> run.run());
    }

    private void fold(Composite across) {
        boolean shown = across.getClientArea().width >= LEAST_WITH_ASIDE;
        var data = (GridData) aside.getLayoutData();
        if (data.exclude == shown) {
            data.exclude = !shown;
            aside.setVisible(shown);
            across.layout();
        }
    }

    private void show(BoardSight sight) {
        counts.show(text("bringup.counts"), pictures.counts(sight));
        board.setPicture(pictures.picture(sight));
        int waiting = sight.todo().size();
        todoTitle.show(text("bringup.todo"), waiting == 0 ? "" : Integer.toString(waiting));
        todo.show(text("bringup.todo"), text("bringup.todo.none"), pictures.todo(sight));
        story.show(text("bringup.story"), text("bringup.story.none"), pictures.story(sight));
        said();
        stack.topControl = sight.racks().isEmpty() && sight.lane().isEmpty()
                && model.filter() instanceof BoardFilter.OnTheirWay ? first : board;
        middle.layout();
        chosen = chosen.filter(id -> sight.find(id).isPresent());
        enable();
    }

    private void said() {
        String problem = model.problem().getValue();
        String note = !problem.isEmpty() ? problem
                : model.running().getValue() ? model.sight().getValue().title() : text("bringup.off");
        title.show(text("bringup.title"), note);
        boolean on = model.running().getValue();
        settings.setWeight(on ? FlatButton.Weight.BARE : FlatButton.Weight.PRIMARY);
        first.running(on && model.known());
    }

    private void only(Optional<String> count) {
        boolean red = count.filter(BoardPictures.RED::equals).isPresent();
        board.setOnly(count.filter(_ -> !red).map(Way::valueOf).map(BoardPictures::progress), red);
    }

    private void choose(Optional<String> id) {
        chosen = id;
        if (!board.selected().equals(id)) {
            board.select(id.orElse(""));
        }
        todo.mark(id);
        story.mark(id);
        machine().flatMap(Machine::server).ifPresent(
                server -> desk().selection().select(new Selected.OfServer(server)));
        enable();
    }

    private void choose(Optional<String> id, Deed deed) {
        choose(id);
        run(deed);
    }

    private void open(String id) {
        choose(Optional.of(id));
        arrival().flatMap(Arrival::trouble).map(Deed::next).filter(this::can).ifPresent(this::run);
    }

    private Optional<Machine> machine() {
        return chosen.flatMap(model.sight().getValue()::find);
    }

    private Optional<Arrival> arrival() {
        return machine().flatMap(Machine::arrival).flatMap(model::arrival);
    }

    /** Whether it can be done with the chosen machine. */
    boolean can(Deed deed) {
        return deed.possible(arrival(), machine().flatMap(Machine::server).isPresent());
    }

    private void enable() {
        var next = arrival().flatMap(Arrival::trouble).map(Deed::next);
        deeds.forEach((deed, button) -> {
            button.setEnabled(can(deed));
            button.setWeight(next.filter(deed::equals).isPresent() && can(deed) ? FlatButton.Weight.PRIMARY
                    : FlatButton.Weight.NORMAL);
        });
    }

    /** Does it with the chosen machine. */
    void run(Deed deed) {
        if (!can(deed)) {
            return;
        }
        var machine = machine().orElseThrow();
        var id = machine.arrival().orElseThrow();
        var shell = getSite().getShell();
        switch (deed) {
            case RETRY -> model.retry(id);
            case ASSIGN -> model.candidates(id, rack(), found -> new AssignDialog(shell, desk().texts(),
                    machine.name(), found).ask().ifPresent(
                            choice -> model.assign(id, choice.server(), choice
                                    .reason())));
            case ACCEPT -> new WhyDialog(shell, desk().texts(), text("bringup.accept.title", machine.name()),
                    machine.reason() + "\n" + text("bringup.accept.sentence"), text("bringup.accept.do")).ask()
                            .ifPresent(why -> model.accept(id, why));
            case DISMISS -> new WhyDialog(shell, desk().texts(), text("bringup.dismiss.title", machine.name()),
                    text("bringup.dismiss.sentence"), text("bringup.dismiss.do")).ask()
                            .ifPresent(why -> model.dismiss(id, why));
            case IDENTIFY -> OperationJob.start(getSite().getWorkbenchWindow(), desk(), machine.name(),
                    core -> core.power().identify(machine.server().orElseThrow(), LIGHT));
        }
    }

    /** The rack one works at: of the chosen machine, else the only one shown, else the one that is selected. */
    private Optional<UUID> rack() {
        return machine().flatMap(Machine::mounted).map(mounting -> mounting.rack())
                .or(() -> model.filter() instanceof BoardFilter.OfRack(var id) ? Optional.of(id) : Optional.empty())
                .or(() -> model.sight().getValue().racks().size() == 1
                        ? Optional.of(model.sight().getValue().racks().getFirst().id())
                        : Optional.empty())
                .or(() -> desk().selection().place().getValue() instanceof Selected.OfRack(var id) ? Optional.of(id)
                        : Optional.empty());
    }

    /** Saves the acceptance certificate of the rack one works at. */
    void certificate() {
        var shell = getSite().getShell();
        var wanted = rack();
        if (wanted.isEmpty()) {
            desk().trouble(shell, text("bringup.certificate.which"));
            return;
        }
        String name = Optional.ofNullable(desk().estate().estate().getValue().racks().get(wanted.get()))
                .map(rack -> rack.name()).orElse("");
        new CertificateDialog(shell, desk().texts(), name).ask().ifPresent(language -> ExportFile
                .ask(shell, text("bringup.certificate.file", name), List.of("*.pdf"))
                .ifPresent(file -> ExportFile.write(shell, desk(), file,
                        core -> core.bringUp().certificate(wanted.get(), language))));
    }

    /** Opens what is set. */
    void settings() {
        var form = new BringUpForm(desk().estate(), desk().modelTexts(), ServerCore::bringUp);
        new BringUpSettingsDialog(getSite().getShell(), desk(), form).open();
        model.load();
    }

    boolean large() {
        return large;
    }

    /** Read from two metres, or all at once. */
    void large(boolean on) {
        large = on;
        sizes.setText(text(on ? "bringup.fit" : "bringup.large"));
        sizes.setIcon(on ? Icon.ZOOM_FIT : Icon.ZOOM_IN, text(on ? "bringup.fit" : "bringup.large"));
        sizes.getParent().layout();
        board.setLarge(on);
    }

    private void sound(boolean on) {
        sound = on;
        sounds.setText(text(on ? "bringup.sound.on" : "bringup.sound"));
        sounds.getParent().layout();
    }

    /** Narrows the board to a rack. */
    public void showRack(UUID rack) {
        model.show(new BoardFilter.OfRack(rack));
    }

    /** Chooses a machine, as a click on it does. */
    public void choose(UUID machine) {
        choose(Optional.of(machine.toString().toLowerCase(Locale.ROOT)));
    }

    @Override
    public void saveState(IMemento kept) {
        kept.putBoolean(LARGE, large);
        kept.putBoolean(SOUND, sound);
    }

    @Override
    public void setFocus() {
        stack.topControl.setFocus();
    }
}
