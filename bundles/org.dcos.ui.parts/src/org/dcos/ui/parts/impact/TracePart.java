package org.dcos.ui.parts.impact;

import java.util.List;
import java.util.UUID;

import org.dcos.domain.cmdb.Kind;
import org.dcos.ui.canvas.control.PanelTitle;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.canvas.trace.TraceCanvas;
import org.dcos.ui.model.impact.PortRow;
import org.dcos.ui.model.impact.TraceLeg;
import org.dcos.ui.model.impact.TraceModel;
import org.dcos.ui.model.impact.TraceSight;
import org.dcos.ui.model.selection.RecordSelection;
import org.dcos.ui.parts.search.Destination;
import org.dcos.ui.parts.widget.Column;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.RowTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;

/** Where the cables of what is chosen lead, from end to end; of a device, one of its ports is chosen. */
public final class TracePart extends SubjectPart {

    public static final String ID = "org.dcos.view.trace";

    private static final int[] ACROSS = {34, 66};

    private TraceModel model;
    private TracePictures pictures;
    private PanelTitle title;
    private SashForm across;
    private RowTable<PortRow> ports;
    private TraceCanvas canvas;

    @Override
    protected void create(Composite body) {
        model = new TraceModel(desk().estate(), desk().modelTexts());
        pictures = new TracePictures(desk().texts(), desk().modelTexts());
        body.setLayout(Layouts.column());
        title = Layouts.title(new PanelTitle(body));
        across = Layouts.fill(new SashForm(body, SWT.HORIZONTAL | SWT.SMOOTH));
        ports = new RowTable<>(across, List.of(
                Column.<PortRow>of(text("trace.port"), 27, PortRow::name)
                        .in(row -> row.far().isEmpty() ? Token.MUTED : Token.TEXT),
                Column.<PortRow>of(text("trace.kind"), 25, PortRow::kind).muted(),
                Column.<PortRow>of(text("trace.far"), 48, PortRow::far)), PortRow::id);
        canvas = new TraceCanvas(across);
        canvas.setWords(pictures.words());
        across.setWeights(ACROSS);
        ports.onSelect(row -> row.map(PortRow::id).ifPresent(model::choose));
        canvas.onOpen(this::open);
        follow(model.sight(), this::show);
        followSubject(body);
    }

    private void show(TraceSight now) {
        title.show(now.title().isEmpty() ? text("trace.title") : now.title(), now.problem());
        across.setMaximizedControl(now.ports().isEmpty() ? canvas : null);
        ports.setRows(now.ports());
        now.chosen().ifPresent(ports::select);
        canvas.setPicture(pictures.picture(now.legs(), desk().estate().estate().getValue().servers().keySet()));
    }

    /** A port or a cable goes to its record, a server to its page. */
    private void open(String id) {
        var legs = model.sight().getValue().legs();
        var destination = new Destination(getSite().getWorkbenchWindow(), desk());
        legs.stream().filter(leg -> leg.id().toString().equals(id)).findFirst()
                .ifPresent(leg -> open(destination, leg));
        legs.stream().flatMap(leg -> leg.cable().stream()).filter(line -> line.id().toString().equals(id)).findFirst()
                .ifPresent(line -> destination.show(Kind.CABLE, line.id()));
    }

    private void open(Destination destination, TraceLeg leg) {
        var servers = desk().estate().estate().getValue().servers();
        leg.stop().device().filter(servers::containsKey).ifPresentOrElse(
                (UUID server) -> destination.show(Kind.SERVER, server),
                () -> destination.show(leg.stop().device().isPresent() ? Kind.PORT : Kind.POWER_FEED, leg.id()));
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
