package org.dcos.ui.canvas.rack;

import java.util.Optional;

import org.dcos.domain.cmdb.Face;
import org.dcos.ui.canvas.geometry.Box;

/**
 * What part of the racks is seen and how large: picture, face, zoom and scroll position of one viewport. No SWT; the
 * widget asks it for the layout and moves it. As long as nobody zooms, racks fit the height of the viewport.
 */
public final class RackView {

    private static final int REVEAL_MARGIN = RackRowLayout.HEADER + 4;

    private RackPicture picture = RackPicture.EMPTY;
    private Face face = Face.FRONT;
    private int width = 1;
    private int height = 1;
    private boolean fitted = true;
    private double unitHeight = RackRowLayout.NORMAL_UNIT;
    private int x;
    private int y;
    private RackRowLayout layout = RackRowLayout.of(picture, face, unitHeight, width);

    public RackPicture picture() {
        return picture;
    }

    public RackRowLayout layout() {
        return layout;
    }

    public Face face() {
        return face;
    }

    /** Whether the zoom follows the height of the viewport. */
    public boolean fitted() {
        return fitted;
    }

    /** The seen part, in the layout's pixels. */
    public Box viewport() {
        return new Box(x, y, width, height);
    }

    public void picture(RackPicture next) {
        picture = next;
        rebuild();
    }

    public void face(Face next) {
        face = next;
        rebuild();
    }

    public void resize(int newWidth, int newHeight) {
        width = Math.max(1, newWidth);
        height = Math.max(1, newHeight);
        rebuild();
    }

    /** Back to racks that fit the height. */
    public void fit() {
        fitted = true;
        rebuild();
    }

    /** @param newUnitHeight clamped to what is drawn sensibly; the top left stays where it is */
    public void zoomTo(double newUnitHeight) {
        fitted = false;
        unitHeight = Math.clamp(newUnitHeight, RackRowLayout.SMALLEST_UNIT, RackRowLayout.LARGEST_UNIT);
        rebuild();
    }

    /**
     * Zooms so that what is under the pointer stays there.
     *
     * @param factor above 1 enlarges
     * @param atX    pointer in the viewport
     */
    public void zoomBy(double factor, int atX, int atY) {
        var anchor = layout.racks().stream().filter(rack -> rack.whole().contains(x + atX, y + atY)).findFirst();
        double shareX = anchor.map(rack -> (x + atX - rack.whole().x()) / (double) rack.whole().width()).orElse(0.0);
        double unitsDown = anchor.map(rack -> (y + atY - rack.bay().y()) / layout.unitHeight()).orElse(0.0);
        int index = anchor.map(layout.racks()::indexOf).orElse(-1);
        zoomTo(layout.unitHeight() * factor);
        if (index >= 0) {
            var rack = layout.racks().get(index);
            scrollTo((int) Math.round(rack.whole().x() + shareX * rack.whole().width() - atX),
                    (int) Math.round(rack.bay().y() + unitsDown * layout.unitHeight() - atY));
        }
    }

    /** Scrolls, but not beyond the ends. */
    public void scrollTo(int newX, int newY) {
        x = Math.clamp(newX, 0, Math.max(0, layout.width() - width));
        y = Math.clamp(newY, 0, Math.max(0, layout.height() - height));
    }

    /** Scrolls as little as needed to see a device; its rack's name too where there is room for both. */
    public void reveal(String device) {
        layout.find(device).ifPresent(placed -> {
            var box = placed.box();
            int newX = nearest(x, width, box.x() - REVEAL_MARGIN, box.right() + REVEAL_MARGIN);
            int newY = nearest(y, height, box.y() - REVEAL_MARGIN, box.bottom() + REVEAL_MARGIN);
            scrollTo(newX, newY);
        });
    }

    /** Scrolls as little as needed to see a rack. */
    public void revealRack(String id) {
        layout.racks().stream().filter(rack -> rack.rack().id().equals(id)).findFirst().ifPresent(rack -> {
            var box = rack.whole();
            scrollTo(nearest(x, width, box.x() - REVEAL_MARGIN, box.right() + REVEAL_MARGIN),
                    nearest(y, height, box.y() - REVEAL_MARGIN, box.bottom() + REVEAL_MARGIN));
        });
    }

    /** @param px pointer in the viewport */
    public Optional<RackHit> at(int px, int py) {
        var seen = viewport();
        return layout.racks().stream()
                .filter(rack -> layout.pinned(rack, seen).filter(box -> box.contains(px + x, py + y)).isPresent())
                .findFirst().<RackHit>map(rack -> new RackHit.OnRack(rack.rack()))
                .or(() -> layout.at(px + x, py + y));
    }

    /** The device's box in the viewport. */
    public Optional<Box> seen(String device) {
        return layout.find(device).map(placed -> placed.box().moved(-x, -y));
    }

    private void rebuild() {
        double unit = fitted ? RackRowLayout.fit(picture, height) : unitHeight;
        unitHeight = unit;
        layout = RackRowLayout.of(picture, face, unit, width);
        scrollTo(x, y);
    }

    private static int nearest(int position, int extent, int from, int to) {
        if (from < position || to - from > extent) {
            return from;
        }
        return Math.max(position, to - extent);
    }
}
