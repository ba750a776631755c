package org.dcos.ui.parts.bringup;

import java.util.List;

import org.dcos.ui.canvas.control.FlatButton;
import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.mark.MarkPainter;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Native;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** What to do before the first machine comes onto the board, each with the button that does it. */
final class FirstSteps extends Composite {

    private static final int WIDE = 520;
    private static final int FIGURE = 24;

    private final Ink ink;
    private final Canvas mark;
    private boolean running;

    /** A step. @param key of its words; with {@code .do}, of its button */
    record Step(String key, Icon icon, Runnable run) {}

    /** @param last the one that turns bring-up on; it is marked as done when it is on */
    FirstSteps(Composite parent, Texts texts, List<Step> steps, Step last) {
        super(parent, SWT.NONE);
        ink = Ink.of(getDisplay());
        Native.colours(this, Token.PANEL);
        setLayout(Layouts.grid(1, 0, 0));
        var sheet = new Composite(this, SWT.NONE);
        Native.colours(sheet, Token.PANEL);
        sheet.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, true));
        var layout = Layouts.grid(3, 16, 12);
        layout.verticalSpacing = 18;
        sheet.setLayout(layout);
        var title = words(sheet, texts.get("bringup.first.title"), TextStyle.HEADLINE, Token.TEXT);
        title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1));
        int number = 1;
        for (var step : steps) {
            words(sheet, Integer.toString(number++), TextStyle.TITLE, Token.ACCENT).setLayoutData(figure());
            step(sheet, texts, step);
        }
        mark = new Canvas(sheet, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        Native.colours(mark, Token.PANEL);
        int turn = number;
        mark.addListener(SWT.Paint, event -> {
            if (running) {
                new MarkPainter(ink).paint(event.gc, Mark.OK, 0, (FIGURE - MarkPainter.SIZE) / 2);
            } else {
                event.gc.setFont(ink.font(TextStyle.TITLE));
                event.gc.setForeground(ink.color(Token.ACCENT));
                event.gc.drawText(Integer.toString(turn), 0, 2, true);
            }
        });
        var place = figure();
        place.heightHint = FIGURE;
        mark.setLayoutData(place);
        step(sheet, texts, last);
        words(sheet, Integer.toString(number + 1), TextStyle.TITLE, Token.ACCENT).setLayoutData(figure());
        words(sheet, texts.get("bringup.first.power"), TextStyle.BASE, Token.TEXT)
                .setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
    }

    private static GridData figure() {
        var data = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
        data.widthHint = FIGURE;
        return data;
    }

    private static void step(Composite sheet, Texts texts, Step step) {
        var data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.widthHint = WIDE;
        words(sheet, texts.get(step.key()), TextStyle.BASE, Token.TEXT).setLayoutData(data);
        var button = new FlatButton(sheet);
        button.setText(texts.get(step.key() + ".do"));
        button.setIcon(step.icon(), texts.get(step.key() + ".do"));
        button.onPress(step.run());
        button.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, false, false));
    }

    private static Label words(Composite sheet, String words, TextStyle style, Token token) {
        var label = new Label(sheet, SWT.WRAP);
        label.setText(words.replace("&", "&&"));
        return Native.font(Native.colours(label, Token.PANEL, token), style);
    }

    /** Whether bring-up is on. */
    void running(boolean on) {
        running = on;
        mark.redraw();
    }
}
