package org.dcos.ui.parts.shell;

import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.parts.welcome.Emblem;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** Stands on the screen while the workbench starts. Drawn, not a picture: sharp on every screen, light or dark. */
public final class Splash implements AutoCloseable {

    private static final int WIDTH = 420;
    private static final int HEIGHT = 180;
    private static final int MARGIN = 36;
    private static final int SIGN = 72;

    private final Shell shell;

    /** @param words what is being done */
    public Splash(Display display, String words) {
        shell = new Shell(display, SWT.NO_TRIM | SWT.ON_TOP | SWT.DOUBLE_BUFFERED);
        var ink = Ink.of(display);
        var fit = new TextFit(ink);
        shell.setBackground(ink.color(Token.PANEL));
        shell.addListener(SWT.Paint, event -> paint(event.gc, ink, fit, words));
        var screen = display.getPrimaryMonitor().getClientArea();
        shell.setBounds(screen.x + (screen.width - WIDTH) / 2, screen.y + (screen.height - HEIGHT) / 2, WIDTH, HEIGHT);
        shell.open();
        for (int i = 0; i < 50 && display.readAndDispatch(); i++) {
            // so that it is painted before the thread is busy
        }
    }

    private static void paint(GC gc, Ink ink, TextFit fit, String words) {
        gc.setBackground(ink.color(Token.PANEL));
        gc.fillRectangle(0, 0, WIDTH, HEIGHT);
        gc.setForeground(ink.color(Token.LINE));
        gc.drawRectangle(0, 0, WIDTH - 1, HEIGHT - 1);
        Emblem.paint(gc, ink, MARGIN, (HEIGHT - SIGN) / 2, SIGN);
        int x = MARGIN + SIGN + 24;
        fit.left(gc, TextStyle.DISPLAY, Token.TEXT, "DCOS", x, HEIGHT / 2 - 14);
        fit.left(gc, TextStyle.BASE, Token.MUTED, words, x, HEIGHT / 2 + 20);
    }

    @Override
    public void close() {
        if (!shell.isDisposed()) {
            shell.dispose();
        }
    }
}
