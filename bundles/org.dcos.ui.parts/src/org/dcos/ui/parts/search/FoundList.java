package org.dcos.ui.parts.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.canvas.icon.IconPainter;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.search.Findings;
import org.dcos.ui.model.search.FoundRow;
import org.dcos.ui.parts.widget.KindIcons;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** What was found, by kind: an icon, its name, by what it was found, and where it is. One line is always chosen. */
final class FoundList {

    private static final int HEAD = 28;
    private static final int ROW = 30;
    private static final int PADDING = 10;
    private static final int TEXT_AT = PADDING + IconPainter.SIZE + 10;
    private static final int GAP = 12;

    /** A line where it stands; a title has no row. */
    private record Line(int top, int height, String title, Optional<FoundRow> row) {}

    private final Canvas canvas;
    private final Ink ink;
    private final TextFit text;
    private final IconPainter icons;
    private List<Line> lines = List.of();
    private Optional<FoundRow> chosen = Optional.empty();
    private Consumer<FoundRow> onOpen = _ -> {};
    private String nothing = "";
    private int height;
    private int scrolled;

    /** @param name for a screen reader */
    FoundList(Composite parent, String name) {
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | SWT.V_SCROLL | SWT.NO_FOCUS);
        ink = Ink.of(parent.getDisplay());
        text = new TextFit(ink);
        icons = new IconPainter(ink);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.Resize, _ -> bar());
        canvas.addListener(SWT.MouseDown, event -> at(event.y).ifPresent(this::choose));
        canvas.addListener(SWT.MouseUp, event -> at(event.y).filter(row -> chosen.filter(row::equals).isPresent())
                .ifPresent(onOpen));
        canvas.addListener(SWT.MouseVerticalWheel, event -> scroll(scrolled - event.count * ROW / 2));
        canvas.getVerticalBar().addListener(SWT.Selection, _ -> scroll(canvas.getVerticalBar().getSelection()));
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = chosen.map(row -> "%s %s %s".formatted(row.label(), row.note(), row.place()).strip())
                        .orElse(name);
            }
        });
        ink.redraws(canvas);
    }

    Canvas control() {
        return canvas;
    }

    void onOpen(Consumer<FoundRow> listener) {
        onOpen = listener;
    }

    Optional<FoundRow> chosen() {
        return chosen;
    }

    /** @param words what is said when there is nothing */
    void show(Findings findings, String words) {
        var laid = new ArrayList<Line>();
        int y = 0;
        for (var group : findings.groups()) {
            laid.add(new Line(y, HEAD, group.title(), Optional.empty()));
            y += HEAD;
            for (var row : group.rows()) {
                laid.add(new Line(y, ROW, "", Optional.of(row)));
                y += ROW;
            }
        }
        lines = List.copyOf(laid);
        height = y + PADDING;
        nothing = words;
        var rows = findings.rows();
        chosen = rows.stream().findFirst();
        scrolled = 0;
        bar();
        canvas.redraw();
    }

    /** Chooses the line that is so many below. */
    void step(int by) {
        var rows = lines.stream().flatMap(line -> line.row().stream()).toList();
        if (!rows.isEmpty()) {
            int at = chosen.map(rows::indexOf).orElse(0);
            choose(rows.get(Math.clamp((long) at + by, 0, rows.size() - 1)));
        }
    }

    /** Lines that are seen at once. */
    int page() {
        return Math.max(1, canvas.getClientArea().height / ROW - 1);
    }

    private void choose(FoundRow row) {
        chosen = Optional.of(row);
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.row().equals(chosen)) {
                boolean first = lines.get(i - 1).row().isEmpty();
                int top = line.top() - (first ? HEAD : 0);
                int extent = canvas.getClientArea().height;
                scroll(top < scrolled ? top : Math.max(scrolled, line.top() + ROW + 4 - extent));
            }
        }
        canvas.getAccessible().selectionChanged();
        canvas.redraw();
    }

    private Optional<FoundRow> at(int y) {
        return lines.stream().filter(line -> line.top() <= y + scrolled && y + scrolled < line.top() + line.height())
                .findFirst().flatMap(Line::row);
    }

    private void scroll(int to) {
        int next = Math.clamp(to, 0, Math.max(0, height - canvas.getClientArea().height));
        if (next != scrolled) {
            scrolled = next;
            canvas.getVerticalBar().setSelection(next);
            canvas.redraw();
        }
    }

    private void bar() {
        int extent = Math.max(1, canvas.getClientArea().height);
        canvas.getVerticalBar().setVisible(height > extent);
        canvas.getVerticalBar().setValues(scrolled, 0, Math.max(1, height), Math.min(extent, Math.max(1, height)), ROW,
                extent);
    }

    private void paint(GC gc) {
        var area = canvas.getClientArea();
        gc.setBackground(ink.color(Token.PANEL));
        gc.fillRectangle(area);
        gc.setTextAntialias(SWT.ON);
        if (lines.isEmpty()) {
            text.centred(gc, TextStyle.BASE, Token.MUTED, text.cut(gc, TextStyle.BASE, nothing, area.width - 20),
                    area.width / 2, area.height / 2);
        }
        for (var line : lines) {
            int top = line.top() - scrolled;
            if (top + line.height() > 0 && top < area.height) {
                line.row().ifPresentOrElse(row -> paint(gc, row, top, area.width), () -> text.left(gc, TextStyle.SMALL,
                        Token.MUTED, line.title(), PADDING, top + HEAD / 2 + 3));
            }
        }
    }

    private void paint(GC gc, FoundRow row, int top, int width) {
        boolean on = chosen.filter(row::equals).isPresent();
        if (on) {
            gc.setAntialias(SWT.ON);
            gc.setBackground(ink.color(Token.SELECTION));
            gc.fillRoundRectangle(2, top, width - 4, ROW, 8, 8);
        }
        int middle = top + ROW / 2;
        icons.paint(gc, icon(row), on ? Token.ACCENT : Token.MUTED, PADDING, middle - IconPainter.SIZE / 2);
        int right = width - PADDING;
        int half = (right - TEXT_AT) / 2;
        var where = row instanceof FoundRow.OfCommand ? row.note() : row.place();
        var place = text.cut(gc, TextStyle.NOTE, where, half);
        right -= text.right(gc, TextStyle.NOTE, Token.MUTED, place, right, middle) + GAP;
        var label = text.cut(gc, TextStyle.STRONG, row.label(), right - TEXT_AT);
        int x = TEXT_AT + text.left(gc, TextStyle.STRONG, Token.TEXT, label, TEXT_AT, middle) + GAP;
        if (!(row instanceof FoundRow.OfCommand) && right > x) {
            text.left(gc, TextStyle.NOTE, Token.MUTED, text.cut(gc, TextStyle.NOTE, row.note(), right - x), x, middle);
        }
    }

    private static Icon icon(FoundRow row) {
        return switch (row) {
            case FoundRow.OfRecord found -> KindIcons.of(found.hit().kind());
            case FoundRow.OfCommand _ -> Icon.CONSOLE;
            case FoundRow.Offer offer -> offer.spot().isPresent() ? Icon.RACK : Icon.ADD;
        };
    }
}
