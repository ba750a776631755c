package org.dcos.ui.canvas.ipmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dcos.domain.ip.Cidr;
import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;

/** What stands around the map: the way to what is shown, above, and what the patterns mean, below. */
final class IpMapFrame {

    private static final int SWATCH = 14;
    private static final int STEP = 5;
    private static final String ARROW = "›";

    private record Crumb(Cidr cidr, Box box) {}

    private final Ink ink;
    private final TextFit text;
    private List<Crumb> crumbs = List.of();

    IpMapFrame(Ink ink, TextFit text) {
        this.ink = ink;
        this.text = text;
    }

    /** The part of the way at a point; what is shown already leads nowhere. */
    Optional<Cidr> crumb(int x, int y) {
        return crumbs.stream().limit(Math.max(0, crumbs.size() - 1)).filter(crumb -> crumb.box.contains(x, y))
                .map(Crumb::cidr).findFirst();
    }

    /** @param name of what is shown; may be empty */
    void paint(GC gc, IpMapLayout layout, String name, IpMapWords words, Box area) {
        gc.setAntialias(SWT.ON);
        paintCrumbs(gc, layout, name);
        paintLegend(gc, words, area);
    }

    private void paintCrumbs(GC gc, IpMapLayout layout, String name) {
        var drawn = new ArrayList<Crumb>();
        int x = IpMapLayout.MARGIN;
        int middle = IpMapLayout.HEAD / 2;
        var way = layout.crumbs();
        for (int i = 0; i < way.size(); i++) {
            boolean last = i == way.size() - 1;
            String label = way.get(i).toString();
            int wide = text.left(gc, last ? TextStyle.TITLE : TextStyle.BASE, last ? Token.TEXT : Token.ACCENT, label,
                    x,
                    middle);
            drawn.add(new Crumb(way.get(i), new Box(x - 4, 6, wide + 8, IpMapLayout.HEAD - 12)));
            x += wide + 10;
            if (!last) {
                x += text.left(gc, TextStyle.BASE, Token.MUTED, ARROW, x, middle) + 10;
            }
        }
        text.left(gc, TextStyle.BASE, Token.MUTED, name, x + 4, middle);
        crumbs = List.copyOf(drawn);
    }

    private void paintLegend(GC gc, IpMapWords words, Box area) {
        int middle = area.bottom() - IpMapLayout.FOOT / 2;
        int x = IpMapLayout.MARGIN + IpMapLayout.ROW_NAME;
        x = swatch(gc, Optional.empty(), words.free(), x, middle);
        for (var state : List.of(IpState.ACTIVE, IpState.RESERVED, IpState.DHCP, IpState.QUARANTINED)) {
            x = swatch(gc, Optional.of(state), words.states().getOrDefault(state, ""), x, middle);
        }
    }

    private int swatch(GC gc, Optional<IpState> state, String word, int x, int middle) {
        var palette = ink.palette();
        var box = new Box(x, middle - SWATCH / 2, SWATCH + 8, SWATCH);
        var fill = state.map(s -> palette.of(Token.DEVICE).mix(palette.of(s.token()),
                s == IpState.ACTIVE ? 0.20 : s == IpState.RESERVED ? 0 : 0.10)).orElse(palette.of(Token.FREE_UNIT));
        gc.setBackground(ink.color(fill));
        gc.fillRectangle(box.x(), box.y(), box.width(), box.height());
        state.ifPresent(s -> s.hatch().paint(gc, ink, fill.mix(palette.of(s.token()), 0.45), box.inset(1), STEP));
        gc.setForeground(ink.color(Token.LINE));
        gc.drawRectangle(box.x(), box.y(), box.width() - 1, box.height() - 1);
        return box.right() + 7 + text.left(gc, TextStyle.SMALL, Token.MUTED, word, box.right() + 7, middle) + 20;
    }
}
