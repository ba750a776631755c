package org.dcos.ui.canvas.ipmap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.dcos.domain.ip.Cidr;
import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.ipmap.IpMapPicture.Block;
import org.dcos.ui.canvas.picture.Step;

/** Where the blocks of a prefix are, in pixels of a widget. Pure arithmetic. */
public final class IpMapLayout {

    static final int ROW_NAME = 112;
    static final int HEAD = 44;
    static final int FOOT = 34;
    static final int MARGIN = 16;
    static final int TITLE = 17;

    private static final int EDGE = 3;
    private static final int LEAST_TITLED = 32;
    /** Id of a free cell: this before its CIDR. */
    private static final String FREE = "free:";

    /**
     * A block where it is seen.
     *
     * @param boxes one, or up to three for a range that begins or ends within rows
     * @param depth 0 when nothing that is shown holds it
     * @param title the strip for its name when it holds others
     */
    public record Placed(Block block, List<Box> boxes, int depth, Optional<Box> title) {}

    /** A free aligned block, as large as it goes. */
    public record Free(Cidr cidr, Box box) {}

    private final IpMapPicture picture;
    private final IpGrid grid;
    private final List<Placed> placed = new ArrayList<>();
    private final List<Free> free = new ArrayList<>();
    private final List<Cidr> crumbs = new ArrayList<>();

    private IpMapLayout(IpMapPicture picture, IpGrid grid) {
        this.picture = picture;
        this.grid = grid;
    }

    /** @param shown the part of the picture's root that fills the widget */
    public static IpMapLayout of(IpMapPicture picture, Cidr shown, int width, int height) {
        var area = new Box(MARGIN + ROW_NAME, HEAD, Math.max(64, width - 2 * MARGIN - ROW_NAME),
                Math.max(64, height - HEAD - FOOT));
        var layout = new IpMapLayout(picture, IpGrid.of(shown, area));
        layout.place();
        return layout;
    }

    IpGrid grid() {
        return grid;
    }

    public Cidr shown() {
        return grid.shown();
    }

    /** Outer ones first. */
    public List<Placed> placed() {
        return List.copyOf(placed);
    }

    public List<Free> free() {
        return List.copyOf(free);
    }

    /** From the picture's root to what is shown. */
    public List<Cidr> crumbs() {
        return List.copyOf(crumbs);
    }

    public Optional<Placed> find(String id) {
        return placed.stream().filter(place -> place.block().id().equals(id)).findFirst();
    }

    /** Where a block or a free cell is. */
    public Optional<Box> box(String id) {
        return cell(id).map(cell -> grid.box(grid.cellOf(cell.first())))
                .or(() -> find(id).map(place -> largest(place.boxes())));
    }

    /** The id of the innermost block at a point, else of the free cell there. */
    public Optional<String> at(int x, int y) {
        if (grid.at(x, y) < 0) {
            return Optional.empty();
        }
        Optional<String> inner = Optional.empty();
        for (var place : placed) {
            if (place.boxes().stream().anyMatch(box -> box.contains(x, y))) {
                inner = Optional.of(place.block().id());
            }
        }
        return inner.filter(id -> !freeIn(id, x, y)).or(() -> Optional.of(freeId(grid.cell(grid.at(x, y)))));
    }

    /** The free cell that an id stands for. */
    public static Optional<Cidr> cell(String id) {
        return id.startsWith(FREE) ? Optional.of(Cidr.parse(id.substring(FREE.length()))) : Optional.empty();
    }

    /** What one gets by dragging from one point to another: the smallest aligned block that holds both cells. */
    public Optional<IpWish> wish(int fromX, int fromY, int toX, int toY) {
        int from = grid.at(fromX, fromY);
        int to = grid.at(toX, toY);
        return from < 0 || to < 0 ? Optional.empty() : Optional.of(wish(grid.cell(from), grid.cell(to)));
    }

    /** As {@link #wish(int, int, int, int)}, from one cell to another. */
    public IpWish wish(Cidr from, Cidr to) {
        var cidr = around(from, to);
        return new IpWish(cidr, picture.blocks().stream()
                .filter(block -> block.meets(cidr) && !holdsFree(block, cidr))
                .min(Comparator.comparing(Block::range)));
    }

    /** The smallest block that holds both. */
    static Cidr around(Cidr one, Cidr other) {
        var both = one;
        while (!both.contains(other)) {
            both = both.parent(both.length() - 1);
        }
        return both;
    }

    /** Where a cursor key leads to: past the block one is on. */
    public String step(String from, Step step) {
        int cells = grid.cells();
        var block = find(from).map(Placed::block);
        int first = block.map(b -> grid.cellOf(b.range().first()))
                .orElseGet(() -> cell(from).map(c -> grid.cellOf(c.first())).orElse(0));
        int last = block.map(b -> grid.cellOf(b.range().last())).orElse(first);
        boolean nowhere = block.isEmpty() && cell(from).isEmpty();
        int next = switch (step) {
            case LEFT -> first - 1;
            case RIGHT -> last + 1;
            case UP -> first - grid.columns();
            case DOWN -> last + grid.columns() - (last - first) % grid.columns();
            case HOME -> 0;
            case END -> cells - 1;
        };
        if (!nowhere && (next < 0 || next >= cells)) {
            return from;
        }
        var box = grid.box(nowhere ? 0 : next);
        return at(box.centreX(), box.bottom() - EDGE - 3).orElse(from);
    }

    static String freeId(Cidr cell) {
        return FREE + cell;
    }

    static Box largest(List<Box> boxes) {
        return boxes.stream().max(Comparator.comparingLong(box -> (long) box.width() * box.height())).orElseThrow();
    }

    /** A prefix that is divided is no obstacle where it is free. */
    private static boolean holdsFree(Block block, Cidr cidr) {
        return block.state() == IpState.CONTAINER && block.range().contains(cidr.range());
    }

    /** Free ground of a divided prefix, below the strip with its name. */
    private boolean freeIn(String id, int x, int y) {
        var place = find(id).orElseThrow();
        return place.block().state() == IpState.CONTAINER
                && place.title().filter(title -> title.contains(x, y)).isEmpty()
                && free.stream().anyMatch(hole -> hole.box().contains(x, y));
    }

    private void place() {
        crumbs.add(picture.root());
        var within = picture.blocks().stream()
                .sorted(Comparator.comparing((Block block) -> block.range().first())
                        .thenComparing(block -> block.range().last(), Comparator.reverseOrder()))
                .toList();
        for (var block : within) {
            block.cidr().filter(cidr -> cidr.contains(shown()) && !crumbs.contains(cidr)).ifPresent(crumbs::add);
        }
        if (!crumbs.contains(shown())) {
            crumbs.add(shown());
        }
        var inside = within.stream().filter(block -> block.meets(shown()))
                .filter(block -> !block.range().contains(shown().range()))
                .toList();
        var open = new ArrayList<Placed>();
        for (int i = 0; i < inside.size(); i++) {
            var block = inside.get(i);
            while (!open.isEmpty() && !open.getLast().block().contains(block)) {
                open.removeLast();
            }
            if (!open.isEmpty() && hidden(open.getLast().block(), block)) {
                continue;
            }
            boolean holds = block.state() == IpState.CONTAINER || i + 1 < inside.size()
                    && block.contains(inside.get(i + 1)) && !hidden(block, inside.get(i + 1));
            var place = placed(block, open, holds);
            if (!place.boxes().isEmpty()) {
                placed.add(place);
                open.add(place);
            }
        }
        holes(shown(), inside);
        free.sort(Comparator.comparing(Free::cidr));
    }

    /** Crumbs in a prefix that is in use: one looks into it to see them. */
    private boolean hidden(Block outer, Block inner) {
        boolean small = inner.range().size().compareTo(grid.cell(0).size()) < 0;
        return small && outer.state() != IpState.CONTAINER;
    }

    private Placed placed(Block block, List<Placed> open, boolean holds) {
        var boxes = grid.boxes(block.range()).stream().map(box -> inner(box, open))
                .filter(box -> box.width() > 0 && box.height() > 0).toList();
        boolean titled = holds && boxes.size() == 1 && boxes.getFirst().height() >= LEAST_TITLED;
        var title = titled ? Optional.of(new Box(boxes.getFirst().x(), boxes.getFirst().y(),
                boxes.getFirst().width(), TITLE)) : Optional.<Box>empty();
        return new Placed(block, boxes, open.size(), title);
    }

    /** A block stays clear of the edges and the name of the one around it. */
    private static Box inner(Box box, List<Placed> open) {
        var inner = new Box(box.x(), box.y(), box.width() - 1, box.height() - 1);
        for (var outer : open) {
            if (outer.boxes().size() == 1) {
                var around = outer.boxes().getFirst();
                int top = outer.title().map(Box::bottom).orElse(around.y() + EDGE);
                int x = Math.max(inner.x(), around.x() + EDGE);
                int y = Math.max(inner.y(), top);
                inner = new Box(x, y, Math.min(inner.right(), around.right() - EDGE) - x,
                        Math.min(inner.bottom(), around.bottom() - EDGE) - y);
            }
        }
        return inner;
    }

    /** What nobody has, in aligned pieces of at least a cell, as large as they go. */
    private void holes(Cidr part, List<Block> blocks) {
        var met = blocks.stream().filter(block -> block.meets(part) && !holdsFree(block, part)).toList();
        if (met.isEmpty()) {
            var around = placed.stream().filter(place -> holdsFree(place.block(), part)).toList();
            free.add(new Free(part, inner(grid.boxes(part.range()).getFirst(), around)));
        } else if (part.length() < grid.cellLength()) {
            part.halves().forEach(half -> holes(half, met));
        }
    }
}
