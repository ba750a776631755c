package org.dcos.ui.parts.impact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import org.dcos.domain.impact.Hurt.Severity;
import org.dcos.domain.impact.ImpactGraph;
import org.dcos.ui.canvas.control.FlatButton;
import org.dcos.ui.canvas.control.PanelTitle;
import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.relation.RelationCanvas;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.impact.HurtRow;
import org.dcos.ui.model.impact.ImpactModel;
import org.dcos.ui.model.impact.ImpactSight;
import org.dcos.ui.model.selection.RecordSelection;
import org.dcos.ui.parts.search.Destination;
import org.dcos.ui.parts.widget.Column;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Native;
import org.dcos.ui.parts.widget.RowTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;

/** What the chosen record hangs on and what is hit when it goes: drawn, counted and listed. */
public final class ImpactPart extends SubjectPart {

    public static final String ID = "org.dcos.view.impact";

    private static final int[] DOWN = {64, 36};

    private ImpactModel model;
    private RelationPictures pictures;
    private PanelTitle title;
    private Label businesses;
    private RelationCanvas canvas;
    private RowTable<HurtRow> table;
    private List<FlatButton> ofList = List.of();

    @Override
    protected void create(Composite body) {
        model = new ImpactModel(desk().estate(), desk().modelTexts());
        pictures = new RelationPictures(desk().texts(), desk().modelTexts());
        body.setLayout(Layouts.column());
        createHead(body);
        businesses = Layouts.title(new Label(body, SWT.WRAP));
        Native.font(Native.colours(businesses, Token.PANEL), TextStyle.BASE);
        var down = Layouts.fill(new SashForm(body, SWT.VERTICAL | SWT.SMOOTH));
        canvas = new RelationCanvas(down);
        canvas.setWords(pictures.words());
        table = new RowTable<>(down, List.of(
                Column.<HurtRow>of(text("impact.hit"), 11, HurtRow::hit).marked(row -> switch (row.severity()) {
                    case LOST -> Mark.CRITICAL;
                    case DEGRADED -> Mark.WARNING;
                }).in(row -> row.severity() == Severity.LOST ? Token.CRITICAL : Token.WARNING),
                Column.<HurtRow>of(text("impact.kind"), 13, HurtRow::kindWord).muted(),
                Column.of(text("impact.name"), 17, HurtRow::name),
                Column.<HurtRow>of(text("impact.place"), 25, HurtRow::place).muted(),
                Column.<HurtRow>of(text("impact.cause"), 10, HurtRow::cause).muted(),
                Column.<HurtRow>of(text("impact.path"), 24, HurtRow::path).muted()), HurtRow::id);
        down.setWeights(DOWN);
        table.onSelect(row -> row.map(HurtRow::id).map(UUID::toString).filter(this::drawn).ifPresent(canvas::select));
        table.onOpen(row -> destination().show(row.kind(), row.id()));
        canvas.onSelect(id -> id.filter(ImpactPart::record).map(UUID::fromString).ifPresent(table::select));
        canvas.onOpen(id -> model.sight().getValue().graph().stream().flatMap(graph -> graph.things().stream())
                .filter(thing -> thing.id().toString().equals(id)).findFirst()
                .ifPresent((ImpactGraph.Thing thing) -> destination().show(thing.kind(), thing.id())));
        follow(model.sight(), this::show);
        followSubject(body);
    }

    private void createHead(Composite body) {
        var head = Layouts.wide(new Composite(body, SWT.NONE));
        var layout = Layouts.grid(4, 0, 8);
        layout.marginLeft = 10;
        layout.marginRight = 10;
        layout.marginTop = 4;
        head.setLayout(layout);
        title = Layouts.wide(new PanelTitle(head));
        var gather = button(head, Icon.ZOOM_FIT, "impact.fit");
        gather.onPress(() -> {
            canvas.gather();
            canvas.fit();
        });
        var copy = button(head, Icon.TABLE, "impact.copy");
        copy.onPress(this::copy);
        var export = button(head, Icon.IMPORT, "impact.export");
        export.onPress(this::export);
        ofList = List.of(copy, export);
    }

    private FlatButton button(Composite head, Icon icon, String key) {
        var button = new FlatButton(head);
        button.setIcon(icon, text(key));
        button.setText(text(key));
        button.setWeight(FlatButton.Weight.BARE);
        return button;
    }

    private Destination destination() {
        return new Destination(getSite().getWorkbenchWindow(), desk());
    }

    private boolean drawn(String id) {
        return model.sight().getValue().graph().stream().flatMap(graph -> graph.things().stream())
                .anyMatch(thing -> thing.id().toString().equals(id));
    }

    /** Whether an id of the picture is a record's; one that stands for many is not. */
    private static boolean record(String id) {
        return !id.contains(":");
    }

    private void show(ImpactSight now) {
        title.show(now.title().isEmpty() ? text("impact.title") : now.title(),
                now.problem().isEmpty() ? now.summary() : now.problem());
        businesses.setText(now.businesses().isEmpty() ? ""
                : text("impact.businesses", String.join(" · ", now.businesses())).replace("&", "&&"));
        ((GridData) businesses.getLayoutData()).exclude = now.businesses().isEmpty();
        businesses.setVisible(!now.businesses().isEmpty());
        businesses.getParent().layout();
        canvas.setPicture(pictures.picture(now.graph()));
        table.setRows(now.rows());
        ofList.forEach(button -> button.setEnabled(!now.rows().isEmpty()));
    }

    private void copy() {
        var clipboard = new Clipboard(canvas.getDisplay());
        try {
            clipboard.setContents(new Object[] {model.text()}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
        desk().notice().setValue(text("impact.copied", model.sight().getValue().rows().size()));
    }

    private void export() {
        var dialog = new FileDialog(getSite().getShell(), SWT.SAVE);
        dialog.setText(text("impact.export"));
        dialog.setFileName("impact.tsv");
        dialog.setOverwrite(true);
        var chosen = dialog.open();
        if (chosen != null) {
            var words = model.text();
            desk().estate().inBackground(() -> write(Path.of(chosen), words));
        }
    }

    private void write(Path file, String words) {
        try {
            Files.writeString(file, words);
        } catch (IOException e) {
            desk().inRealm(() -> desk().trouble(getSite().getShell(),
                    text("impact.export.failed", file, e.getMessage())));
        }
    }

    @Override
    void show(RecordSelection.Of what) {
        model.show(what.kind(), what.id());
    }

    @Override
    void clear() {
        model.clear();
    }

    @Override
    void reload() {
        model.load();
    }

    @Override
    public void setFocus() {
        canvas.setFocus();
    }
}
