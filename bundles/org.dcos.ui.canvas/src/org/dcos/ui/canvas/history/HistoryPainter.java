package org.dcos.ui.canvas.history;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

import org.dcos.ui.canvas.history.HistoryLayout.Tick;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.mark.MarkPainter;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Rgb;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.graphics.GC;

/** Draws a {@link HistoryLayout} and the thumb on it. */
final class HistoryPainter {

    private static final int THUMB = 14;
    private static final int BUBBLE = 20;
    private static final int PADDING = 8;

    private final Ink ink;
    private final TextFit text;
    private final MarkPainter marks;

    HistoryPainter(Ink ink, TextFit text) {
        this.ink = ink;
        this.text = text;
        this.marks = new MarkPainter(ink);
    }

    /** What is shown besides the layout. @param moment empty for now */
    record Look(HistoryPicture picture, HistoryWords words, Optional<Instant> moment, Optional<String> hovered,
            boolean focused) {}

    void paint(GC gc, HistoryLayout layout, Look look) {
        int thumb = look.moment().map(layout::x).orElse(layout.right());
        int y = HistoryLayout.TRACK;
        gc.setBackground(ink.color(Token.LINE));
        gc.fillRoundRectangle(layout.left(), y - 1, layout.right() - layout.left(), 3, 3, 3);
        gc.setBackground(ink.color(Token.ACCENT));
        gc.fillRoundRectangle(layout.left(), y - 1, thumb - layout.left(), 3, 3, 3);
        for (var tick : layout.ticks()) {
            paintTick(gc, tick, tick.x() <= thumb, look);
        }
        for (var label : layout.labels()) {
            gc.setForeground(ink.color(Token.LINE));
            gc.drawLine(label.x(), y + 12, label.x(), y + 15);
            text.centred(gc, TextStyle.TINY, Token.MUTED, label.text(), label.x(), HistoryLayout.LABELS);
        }
        if (look.moment().isPresent()) {
            text.right(gc, TextStyle.SMALL, Token.MUTED, look.words().now(), layout.right() + 6, HistoryLayout.LABELS);
        }
        paintThumb(gc, thumb, look);
        boolean past = look.moment().isPresent();
        paintBubble(gc, layout, thumb, look.moment().map(at -> written(at, look)).orElse(look.words().now()),
                past ? Token.ACCENT : Token.SELECTION, past ? Token.PANEL : Token.ACCENT);
        look.hovered().flatMap(layout::find).ifPresent(
                tick -> paintBubble(gc, layout, tick.x(), said(tick, look), Token.TEXT, Token.PANEL));
    }

    private static String said(Tick tick, Look look) {
        var changes = tick.changes();
        String what = changes.size() == 1 ? changes.getFirst().text()
                : look.words().changes().formatted(changes.size());
        return written(tick.at(), look) + "  ·  " + what;
    }

    private void paintTick(GC gc, Tick tick, boolean past, Look look) {
        var box = HistoryLayout.box(tick);
        boolean lit = look.hovered().filter(tick.id()::equals).isPresent();
        boolean alarming = tick.mark() == Mark.WARNING || tick.mark() == Mark.CRITICAL;
        gc.setBackground(ink.color(lit ? ink.palette().of(Token.TEXT) : colour(tick, past)));
        gc.fillRoundRectangle(box.x(), box.y(), box.width(), box.height(), 2, 2);
        if (alarming) {
            marks.paint(gc, tick.mark(), box.centreX() - 3.5, box.bottom() + 1, 7);
        }
    }

    /** What has not happened yet at the chosen moment is fainter. */
    private Rgb colour(Tick tick, boolean past) {
        var palette = ink.palette();
        var own = switch (tick.mark()) {
            case WARNING, CRITICAL -> palette.of(tick.mark().token());
            case NONE, OK, OFF, UNKNOWN, STALE -> palette.of(past ? Token.ACCENT : Token.MUTED);
        };
        return past ? own : own.mix(palette.of(Token.PANEL), 0.5);
    }

    private void paintThumb(GC gc, int x, Look look) {
        int left = x - THUMB / 2;
        int top = HistoryLayout.TRACK - THUMB / 2;
        if (look.focused()) {
            gc.setForeground(ink.color(Token.ACCENT));
            gc.drawOval(left - 3, top - 3, THUMB + 5, THUMB + 5);
        }
        gc.setBackground(ink.color(Token.PANEL));
        gc.fillOval(left, top, THUMB, THUMB);
        gc.setForeground(ink.color(Token.ACCENT));
        gc.setLineWidth(2);
        gc.drawOval(left + 1, top + 1, THUMB - 2, THUMB - 2);
        gc.setLineWidth(1);
    }

    /** Words above a place of the track. The chosen moment is filled when it is not now: nothing below is current. */
    private void paintBubble(GC gc, HistoryLayout layout, int centre, String all, Token fill, Token letters) {
        int room = layout.right() - layout.left() + 16 - 2 * PADDING;
        String words = text.cut(gc, TextStyle.SMALL, all, room);
        int wide = text.width(gc, TextStyle.SMALL, words) + 2 * PADDING;
        int most = Math.max(layout.left() - 8, layout.right() + 8 - wide);
        int x = Math.clamp(centre - wide / 2, layout.left() - 8, most);
        gc.setBackground(ink.color(fill));
        gc.fillRoundRectangle(x, 2, wide, BUBBLE, 6, 6);
        text.left(gc, TextStyle.SMALL, letters, words, x + PADDING, 2 + BUBBLE / 2);
    }

    static String written(Instant at, Look look) {
        return DateTimeFormatter.ofPattern(look.words().pattern(), Locale.ROOT)
                .format(at.atZone(look.picture().zone()));
    }
}
