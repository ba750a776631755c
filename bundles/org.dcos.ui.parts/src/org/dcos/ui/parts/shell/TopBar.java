package org.dcos.ui.parts.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dcos.domain.connection.ConnectionState;
import org.dcos.ui.canvas.mark.MarkPainter;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.work.StatusLine;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Marks;
import org.dcos.ui.parts.widget.Ticker;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PerspectiveAdapter;
import org.eclipse.ui.PlatformUI;

import jakarta.annotation.PostConstruct;

/** The bar under the menu: perspectives as quiet tabs, the search box, how it stands with the connection. */
public final class TopBar {

    /** Perspectives with a tab, in order. */
    private static final List<String> PERSPECTIVES = List.of(Perspectives.BRING_UP, Perspectives.OPERATE,
            Perspectives.ALERTS, Perspectives.RECORDS);
    private static final String FIND = "org.dcos.find";
    private static final String CONNECT = "org.dcos.connect";

    private static final int HEIGHT = 46;
    private static final int MARGIN = 12;
    private static final int TAB_HEIGHT = 28;
    private static final int TAB_PADDING = 18;
    private static final int SEARCH_HEIGHT = 28;
    private static final int SEARCH_WIDTH = 430;
    private static final int SEARCH_LEAST = 180;
    private static final int GAP = 22;

    private enum Kind { TAB, SEARCH, CONNECTION }

    private record Area(Kind kind, String perspective, String text, Rectangle box) {}

    private IWorkbenchWindow window;
    private Desk desk;
    private StatusLine words;
    private Ink ink;
    private MarkPainter marks;
    private Canvas canvas;
    private List<Area> areas = List.of();
    private Optional<Area> hovered = Optional.empty();

    @PostConstruct
    void create(Composite parent, IWorkbenchWindow in, Desk with) {
        window = in;
        desk = with;
        words = new StatusLine(desk.modelTexts(), desk.clock(), desk.clock().getZone());
        ink = Ink.of(parent.getDisplay());
        marks = new MarkPainter(ink);
        var bars = new Composite(parent, SWT.NONE);
        bars.setLayout(Layouts.column());
        canvas = new Canvas(bars, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS) {
            @Override
            public Point computeSize(int wide, int high, boolean changed) {
                return new Point(wide == SWT.DEFAULT ? SEARCH_WIDTH : wide, HEIGHT);
            }
        };
        Layouts.wide(canvas);
        new ConnectionStrip(bars, window, desk);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.MouseMove, event -> hover(event.x, event.y));
        canvas.addListener(SWT.MouseExit, _ -> hover(-1, -1));
        canvas.addListener(SWT.MouseDown, event -> press(event.x, event.y));
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = desk.texts().get("topbar") + ": " + state();
            }
        });
        ink.redraws(canvas);
        window.addPerspectiveListener(new PerspectiveAdapter() {
            @Override
            public void perspectiveActivated(IWorkbenchPage page, IPerspectiveDescriptor perspective) {
                redraw();
            }
        });
        DeskPart.follow(canvas, desk.estate().state(), _ -> redraw());
        DeskPart.follow(canvas, desk.estate().connection(), _ -> redraw());
        Ticker.every(canvas, Duration.ofSeconds(1), this::countDown);
    }

    /** The next try comes nearer. */
    private void countDown() {
        if (desk.estate().state().getValue() instanceof ConnectionState.Retrying) {
            canvas.redraw();
        }
    }

    private void redraw() {
        if (!canvas.isDisposed()) {
            canvas.redraw();
        }
    }

    private void paint(GC gc) {
        var client = canvas.getClientArea();
        gc.setBackground(ink.color(Token.PANEL));
        gc.fillRectangle(client);
        gc.setAntialias(SWT.ON);
        gc.setTextAntialias(SWT.ON);
        gc.setFont(ink.font(TextStyle.BASE));
        areas = layOut(gc, client.width);
        areas.forEach(area -> {
            switch (area.kind) {
                case TAB -> paintTab(gc, area);
                case SEARCH -> paintSearch(gc, area);
                case CONNECTION -> paintConnection(gc, area);
            }
        });
        gc.setForeground(ink.color(Token.LINE));
        gc.drawLine(0, client.height - 1, client.width, client.height - 1);
    }

    private List<Area> layOut(GC gc, int width) {
        var laid = new ArrayList<Area>();
        int x = MARGIN;
        for (var id : PERSPECTIVES) {
            var name = PlatformUI.getWorkbench().getPerspectiveRegistry().findPerspectiveWithId(id).getLabel();
            int wide = gc.textExtent(name).x + 2 * TAB_PADDING;
            laid.add(new Area(Kind.TAB, id, name, new Rectangle(x, (HEIGHT - TAB_HEIGHT) / 2, wide, TAB_HEIGHT)));
            x += wide + 4;
        }
        var state = state();
        int stateWidth = gc.textExtent(state).x + MarkPainter.SIZE + 8;
        int right = width - MARGIN - 8;
        laid.add(new Area(Kind.CONNECTION, "", state, new Rectangle(right - stateWidth, 0, stateWidth + 8, HEIGHT)));
        int room = right - stateWidth - GAP - x - GAP;
        if (room >= SEARCH_LEAST) {
            int wide = Math.min(SEARCH_WIDTH, room);
            laid.add(new Area(Kind.SEARCH, "", desk.texts().get("topbar.search"),
                    new Rectangle(right - stateWidth - GAP - wide, (HEIGHT - SEARCH_HEIGHT) / 2, wide, SEARCH_HEIGHT)));
        }
        return laid;
    }

    private String state() {
        return words.connection(desk.estate().connection().getValue(), desk.estate().state().getValue());
    }

    private void paintTab(GC gc, Area tab) {
        boolean chosen = active().filter(tab.perspective::equals).isPresent();
        var box = tab.box;
        if (chosen || hovered.filter(tab::equals).isPresent()) {
            gc.setBackground(ink.color(chosen ? Token.SELECTION : Token.HOVER));
            gc.fillRoundRectangle(box.x, box.y, box.width, box.height, 10, 10);
        }
        gc.setFont(ink.font(chosen ? TextStyle.STRONG : TextStyle.BASE));
        gc.setForeground(ink.color(chosen ? Token.ACCENT : Token.TEXT));
        var size = gc.textExtent(tab.text);
        gc.drawText(tab.text, box.x + (box.width - size.x) / 2, box.y + (box.height - size.y) / 2, true);
        gc.setFont(ink.font(TextStyle.BASE));
    }

    private void paintSearch(GC gc, Area search) {
        var box = search.box;
        gc.setBackground(ink.color(hovered.filter(search::equals).isPresent() ? Token.HOVER : Token.BACKGROUND));
        gc.fillRoundRectangle(box.x, box.y, box.width - 1, box.height - 1, box.height, box.height);
        gc.setForeground(ink.color(Token.LINE));
        gc.drawRoundRectangle(box.x, box.y, box.width - 1, box.height - 1, box.height, box.height);
        gc.setForeground(ink.color(Token.MUTED));
        gc.setFont(ink.font(TextStyle.SMALL));
        var key = gc.textExtent(desk.texts().get("topbar.search.key"));
        gc.drawText(desk.texts().get("topbar.search.key"), box.x + box.width - key.x - 16,
                box.y + (box.height - key.y) / 2, true);
        gc.setFont(ink.font(TextStyle.NOTE));
        int y = box.y + (box.height - gc.getFontMetrics().getHeight()) / 2;
        gc.setClipping(box.x + 18, box.y, box.width - key.x - 50, box.height);
        gc.drawText(search.text, box.x + 18, y, true);
        gc.setClipping((Rectangle) null);
        gc.setFont(ink.font(TextStyle.BASE));
    }

    private void paintConnection(GC gc, Area connection) {
        var box = connection.box;
        var mark = Marks.of(words.mark(desk.estate().state().getValue()));
        marks.paint(gc, mark, box.x, box.y + (box.height - MarkPainter.SIZE) / 2);
        gc.setForeground(ink.color(Token.TEXT));
        gc.drawText(connection.text, box.x + MarkPainter.SIZE + 8,
                box.y + (box.height - gc.getFontMetrics().getHeight()) / 2, true);
    }

    private Optional<String> active() {
        return Optional.ofNullable(window.getActivePage()).map(IWorkbenchPage::getPerspective)
                .map(IPerspectiveDescriptor::getId);
    }

    private Optional<Area> at(int x, int y) {
        return areas.stream().filter(area -> area.box.contains(x, y)).findFirst();
    }

    private void hover(int x, int y) {
        var now = at(x, y);
        if (!now.equals(hovered)) {
            hovered = now;
            canvas.setCursor(canvas.getDisplay().getSystemCursor(now.isPresent() ? SWT.CURSOR_HAND : SWT.CURSOR_ARROW));
            canvas.setToolTipText(now.filter(area -> area.kind == Kind.CONNECTION).map(_ -> why()).orElse(null));
            canvas.redraw();
        }
    }

    /** What is wrong with the connection in full, else what a click does. */
    private String why() {
        return switch (desk.estate().state().getValue()) {
            case ConnectionState.Retrying retrying -> desk.texts().sentences().of(retrying.why());
            case ConnectionState.Refused refused -> desk.texts().sentences().of(refused.why());
            case ConnectionState.Closed _,ConnectionState.Connecting _,ConnectionState.Connected _ ->
                    desk.texts().get("topbar.connection");
        };
    }

    private void press(int x, int y) {
        at(x, y).ifPresent(area -> {
            switch (area.kind) {
                case TAB -> Perspectives.show(window, area.perspective);
                case SEARCH -> Commands.run(window, FIND);
                case CONNECTION -> Commands.run(window, CONNECT);
            }
        });
    }
}
