package org.dcos.ui.parts.rack;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

import org.dcos.ui.canvas.control.FlatButton;
import org.dcos.ui.canvas.control.PanelTitle;
import org.dcos.ui.canvas.history.HistoryPicture;
import org.dcos.ui.canvas.history.HistoryPicture.Change;
import org.dcos.ui.canvas.history.HistorySlider;
import org.dcos.ui.canvas.history.HistoryWords;
import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.rack.RackHistory;
import org.dcos.ui.model.rack.RackHistory.Then;
import org.dcos.ui.model.rack.RackHistory.Timeline;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Native;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Above the racks a band that says they are shown as they were, below them the slider that goes there. */
final class PastBar {

    private static final int MARGIN = 12;

    private final Desk desk;
    private final RackHistory history;
    private final Composite band;
    private final PanelTitle said;
    private final Composite below;
    private final PanelTitle trouble;
    private final HistorySlider slider;

    /** @param between makes what stands between band and slider */
    PastBar(Composite body, Desk desk, RackHistory history, Runnable between) {
        this.desk = desk;
        this.history = history;
        band = Layouts.wide(new Composite(body, SWT.NONE));
        var layout = Layouts.grid(2, 0, MARGIN);
        layout.marginLeft = MARGIN;
        layout.marginRight = MARGIN;
        layout.marginTop = 2;
        layout.marginBottom = 2;
        band.setLayout(layout);
        Native.colours(band, Token.SELECTION);
        said = Layouts.wide(new PanelTitle(band));
        said.setStyle(TextStyle.STRONG);
        said.setGround(Token.SELECTION);
        var back = new FlatButton(band);
        back.setText(desk.words("past.back"));
        back.setIcon(Icon.HISTORY, desk.words("past.back"));
        back.setWeight(FlatButton.Weight.PRIMARY);
        back.setGround(Token.SELECTION);
        back.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
        between.run();
        below = Layouts.wide(new Composite(body, SWT.NONE));
        below.setLayout(Layouts.column());
        Native.colours(below, Token.PANEL);
        trouble = Layouts.title(new PanelTitle(below));
        slider = Layouts.wide(new HistorySlider(below));
        slider.setWords(words());
        slider.onMoment(history::look);
        back.onPress(() -> {
            slider.setMoment(Optional.empty());
            history.look(Optional.empty());
            slider.setFocus();
        });
        appear(band, false);
        appear(below, false);
        appear(trouble, false);
        DeskPart.follow(slider, history.timeline(), this::show);
        DeskPart.follow(slider, history.then(), this::show);
        DeskPart.follow(slider, history.problem(), this::tell);
    }

    private HistoryWords words() {
        return new HistoryWords(desk.words("past.title"), desk.words("past.now"), desk.words("past.changes"),
                desk.words("past.pattern"));
    }

    /** Opens the slider, or closes it and is back at now. */
    void toggle() {
        history.open(!history.isOpen());
        if (!history.isOpen()) {
            slider.setMoment(Optional.empty());
        }
        layOut(below, history.isOpen());
        if (history.isOpen()) {
            slider.setFocus();
        }
    }

    private void showTimeline(Timeline line) {
        slider.setPicture(new HistoryPicture(line.from(), line.now(), zone(), line.moments().stream()
                .map(moment -> new Change(moment.id(), moment.at(), moment.size(), Mark.NONE, moment.text()))
                .toList()));
    }

    private void show(Optional<?> what) {
        what.ifPresent(some -> {
            if (some instanceof Timeline line) {
                showTimeline(line);
                history.look(slider.moment());
            } else if (some instanceof Then then) {
                var at = DateTimeFormatter.ofPattern(desk.words("past.pattern"), Locale.ROOT)
                        .format(then.at().atZone(zone()));
                said.show(desk.texts().get("past.band", at), desk.words("past.without"));
            }
        });
        layOut(band, history.then().getValue().isPresent());
    }

    private void tell(String words) {
        trouble.show(words, "");
        layOut(trouble, !words.isEmpty());
    }

    private ZoneId zone() {
        return desk.clock().getZone();
    }

    private static void layOut(Control control, boolean shown) {
        if (control.getVisible() != shown || ((GridData) control.getLayoutData()).exclude == shown) {
            appear(control, shown);
            control.requestLayout();
        }
    }

    static void appear(Control control, boolean shown) {
        if (control.getLayoutData() instanceof GridData data) {
            data.exclude = !shown;
        }
        control.setVisible(shown);
    }
}
