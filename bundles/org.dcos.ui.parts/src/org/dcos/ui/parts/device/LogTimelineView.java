package org.dcos.ui.parts.device;

import java.util.List;
import java.util.function.Consumer;

import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.control.Fact;
import org.dcos.ui.canvas.eventlog.LogPicture;
import org.dcos.ui.canvas.eventlog.LogTimeline;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.model.eventlog.EventLogModel;
import org.dcos.ui.model.eventlog.LogRow;
import org.dcos.ui.model.eventlog.LogSight;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Marks;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;

/** The time line of a log, bound to its model. */
final class LogTimelineView {

    /** Of a place with many entries the newest are told. */
    private static final int MOST_TOLD = 6;

    private final LogTimeline canvas;
    private final EventLogModel model;
    private final Texts texts;
    private int lanes = -1;

    LogTimelineView(Composite parent, Texts texts, EventLogModel model, Consumer<String> choose) {
        this.texts = texts;
        this.model = model;
        canvas = Layouts.wide(new LogTimeline(parent));
        canvas.setCards(this::card);
        canvas.onSelect(id -> id.ifPresent(choose));
        canvas.onStretch(seen -> seen.ifPresentOrElse(stretch -> model.stretch(stretch.from(), stretch.to()),
                model::wholeTime));
    }

    void show(String entry) {
        canvas.show(entry);
    }

    void show(LogSight sight) {
        canvas.setPicture(new LogPicture(texts.get("log.timeline", sight.summary()), sight.from(), sight.to(),
                model.zone(), sight.lanes().stream().map(lane -> new LogPicture.Lane(lane.title(),
                        Marks.of(lane.mark()))).toList(),
                sight.points().stream().map(point -> new LogPicture.Entry(point.row().id(), point.lane(),
                        point.row().moment(), Marks.of(point.row().mark()))).toList(),
                sight.spans().stream().map(span -> new LogPicture.Span(span.lane(), span.from(), span.to(),
                        Marks.of(span.mark()))).toList()));
        if (!sight.narrowed() && canvas.stretch().isPresent()) {
            canvas.fit(); // another server: all of its time is shown
        }
        if (sight.lanes().size() != lanes) {
            lanes = sight.lanes().size();
            ((GridData) canvas.getLayoutData()).heightHint = canvas.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
            canvas.requestLayout();
        }
    }

    private Card card(List<String> ids) {
        var rows = ids.reversed().stream().limit(MOST_TOLD).flatMap(id -> model.row(id).stream()).toList();
        if (rows.size() == 1) {
            var row = rows.getFirst();
            return new Card(row.sensor(), Marks.of(row.mark()), row.what(),
                    model.details(row).stream().map(fact -> Fact.of(fact.label(), fact.value())).toList());
        }
        return new Card(texts.get("log.several", ids.size()), Mark.NONE,
                ids.size() > MOST_TOLD ? texts.get("log.several.newest", MOST_TOLD) : "",
                rows.stream().map(LogTimelineView::fact).toList());
    }

    private static Fact fact(LogRow row) {
        return new Fact(row.time(), row.sensor() + ": " + row.what(), Marks.of(row.mark()), "");
    }
}
