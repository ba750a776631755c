package org.dcos.ui.parts.welcome;

import java.util.List;

import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.shell.Commands;
import org.dcos.ui.parts.shell.Perspectives;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Native;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;

/** The first page: what this is, and three ways in. */
public final class WelcomePart extends ViewPart {

    private static final int HEAD_HEIGHT = 128;

    private Desk desk;
    private List<WayIn> ways = List.of();

    @Override
    public void createPartControl(Composite parent) {
        desk = getSite().getService(Desk.class);
        var page = Native.colours(new Composite(parent, SWT.NONE), Token.BACKGROUND);
        page.setLayout(Layouts.grid(1, 24, 20));
        var middle = Native.colours(new Composite(page, SWT.NONE), Token.BACKGROUND);
        middle.setLayout(Layouts.grid(3, 0, 16));
        middle.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, true));
        var head = new Canvas(middle, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        var data = new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1);
        data.heightHint = HEAD_HEIGHT;
        head.setLayoutData(data);
        var ink = Ink.of(head.getDisplay());
        var fit = new TextFit(ink);
        ink.redraws(head);
        head.addListener(SWT.Paint, event -> {
            event.gc.setBackground(ink.color(Token.BACKGROUND));
            event.gc.fillRectangle(head.getClientArea());
            Emblem.paint(event.gc, ink, 0, 4, 56);
            fit.left(event.gc, TextStyle.DISPLAY, Token.TEXT, desk.texts().get("welcome.title"), 76, 20);
            fit.left(event.gc, TextStyle.BASE, Token.MUTED, desk.texts().get("welcome.what"), 76, 48);
            fit.left(event.gc, TextStyle.TITLE, Token.TEXT, desk.texts().get("welcome.how"), 0, HEAD_HEIGHT - 18);
        });
        ways = List.of(way(middle, Icon.LAB, "simulate", () -> Commands.run(getSite(), "org.dcos.simulate")),
                way(middle, Icon.IMPORT, "empty", this::startEmpty),
                way(middle, Icon.CONNECT, "connect", () -> Commands.run(getSite(), "org.dcos.connect")));
        DeskPart.follow(page, desk.notice(), words -> ways.getFirst().busy(words));
    }

    private WayIn way(Composite parent, Icon icon, String key, Runnable run) {
        var texts = desk.texts();
        return new WayIn(parent, icon, texts.get("welcome." + key), texts.get("welcome." + key + ".what"),
                texts.get("welcome." + key + ".do"), run);
    }

    private void startEmpty() {
        Perspectives.show(getSite().getWorkbenchWindow(), Perspectives.OPERATE);
        Commands.run(getSite().getWorkbenchWindow(), "org.dcos.baseline.import");
    }

    @Override
    public void setFocus() {
        ways.getFirst().setFocus();
    }
}
