package org.dcos.ui.canvas.control;

import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;

/**
 * Dresses a native tree or table: our font and colours, rows of 26 px, the selection a quiet tint instead of the
 * toolkit's. What it shows and how it scrolls stays native.
 */
public final class ListDress {

    private static final int ROW = 24; // the toolkit adds two for its own line

    /** Once, right after the tree was made; follows the theme as long as it lives. */
    public static void on(Tree tree) {
        install(tree, () -> {
            var ink = Ink.of(tree.getDisplay());
            tree.setHeaderBackground(ink.color(Token.PANEL));
            tree.setHeaderForeground(ink.color(Token.MUTED));
        });
    }

    /** As {@link #on(Tree)}. */
    public static void on(Table table) {
        install(table, () -> {
            var ink = Ink.of(table.getDisplay());
            table.setHeaderBackground(ink.color(Token.PANEL));
            table.setHeaderForeground(ink.color(Token.MUTED));
        });
    }

    private static void install(Control list, Runnable header) {
        var ink = Ink.of(list.getDisplay());
        Runnable dress = () -> {
            list.setFont(ink.font(TextStyle.BASE));
            list.setBackground(ink.color(Token.PANEL));
            list.setForeground(ink.color(Token.TEXT));
            header.run();
        };
        dress.run();
        ink.onChange(list, dress);
        list.addListener(SWT.MeasureItem, event -> event.height = Math.max(event.height, ROW));
        list.addListener(SWT.EraseItem, event -> erase(event, width(list), ink));
    }

    private static void erase(Event event, int width, Ink ink) {
        if ((event.detail & (SWT.SELECTED | SWT.HOT)) == 0) {
            return;
        }
        GC gc = event.gc;
        boolean selected = (event.detail & SWT.SELECTED) != 0;
        gc.setBackground(ink.color(selected ? Token.SELECTION : Token.HOVER));
        gc.fillRectangle(0, event.y, Math.max(width, event.x + event.width), event.height);
        gc.setForeground(ink.color(Token.TEXT));
        event.detail &= ~(SWT.SELECTED | SWT.HOT | SWT.FOCUSED);
    }

    private static int width(Control list) {
        Point size = list.getSize();
        return size.x;
    }

    private ListDress() {}
}
