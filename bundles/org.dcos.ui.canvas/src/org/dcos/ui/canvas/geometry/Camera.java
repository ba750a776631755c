package org.dcos.ui.canvas.geometry;

/**
 * Which part of a drawing is seen, and how large: scale and position of one viewport over a drawing whose boxes are in
 * pixels at scale 1. No SWT. As long as nobody zooms, the drawing fits; what is smaller than the viewport stands in its
 * middle.
 */
public final class Camera {

    private final double least;
    private final double most;
    private final double mostFitted;
    private int contentWidth = 1;
    private int contentHeight = 1;
    private int width = 1;
    private int height = 1;
    private double scale = 1;
    private double x;
    private double y;
    private boolean fitted = true;

    /**
     * @param least      smallest scale
     * @param most       largest scale
     * @param mostFitted a small drawing is not blown up beyond this to fill the viewport
     */
    public Camera(double least, double most, double mostFitted) {
        if (!(0 < least && least <= mostFitted && mostFitted <= most)) {
            throw new IllegalArgumentException(
                    "scales %s, %s, %s are not in order".formatted(least, mostFitted, most));
        }
        this.least = least;
        this.most = most;
        this.mostFitted = mostFitted;
    }

    public double scale() {
        return scale;
    }

    /** Whether the scale follows the size of the viewport. */
    public boolean fitted() {
        return fitted;
    }

    /** Size of the whole drawing at scale 1. */
    public void content(int newWidth, int newHeight) {
        contentWidth = Math.max(1, newWidth);
        contentHeight = Math.max(1, newHeight);
        settle();
    }

    public void resize(int newWidth, int newHeight) {
        width = Math.max(1, newWidth);
        height = Math.max(1, newHeight);
        settle();
    }

    /** Everything is seen again. */
    public void fit() {
        fitted = true;
        settle();
    }

    /** Another scale, around the middle of the viewport. */
    public void zoomTo(double newScale) {
        zoomBy(newScale / scale, width / 2, height / 2);
    }

    /** Zooms so that what is under a point of the viewport stays there. */
    public void zoomBy(double factor, int atX, int atY) {
        double worldX = (x + atX) / scale;
        double worldY = (y + atY) / scale;
        fitted = false;
        scale = Math.clamp(scale * factor, least, most);
        moveTo(worldX * scale - atX, worldY * scale - atY);
    }

    /** Shifts what is seen; not beyond the ends. */
    public void panBy(int dx, int dy) {
        moveTo(x + dx, y + dy);
    }

    /** @param newX left edge of what is seen, in pixels of the scaled drawing */
    public void scrollTo(int newX, int newY) {
        moveTo(newX, newY);
    }

    /** Scrolls as little as needed to see a box of the drawing, with a little around it. */
    public void reveal(Box world, int margin) {
        var box = scaled(world).inset(-margin);
        moveTo(nearest(x, width, box.x(), box.right()), nearest(y, height, box.y(), box.bottom()));
    }

    /** What is seen, in pixels of the scaled drawing. */
    public Box seen() {
        return new Box((int) Math.round(x), (int) Math.round(y), width, height);
    }

    /** The whole drawing, scaled. */
    public int wholeWidth() {
        return (int) Math.ceil(contentWidth * scale);
    }

    public int wholeHeight() {
        return (int) Math.ceil(contentHeight * scale);
    }

    /** A box of the drawing in the viewport; neighbours stay neighbours, without holes. */
    public Box toView(Box world) {
        var seen = seen();
        return scaled(world).moved(-seen.x(), -seen.y());
    }

    /** A point of the drawing in the viewport. */
    public int viewX(double worldX) {
        return (int) Math.round(worldX * scale) - seen().x();
    }

    public int viewY(double worldY) {
        return (int) Math.round(worldY * scale) - seen().y();
    }

    /** A point of the viewport in the drawing. */
    public int worldX(int viewX) {
        return (int) Math.floor((viewX + seen().x()) / scale);
    }

    public int worldY(int viewY) {
        return (int) Math.floor((viewY + seen().y()) / scale);
    }

    /** The part of the drawing that is seen. */
    public Box world() {
        int left = worldX(0);
        int top = worldY(0);
        return new Box(left, top, worldX(width) + 1 - left, worldY(height) + 1 - top);
    }

    private Box scaled(Box world) {
        int left = (int) Math.round(world.x() * scale);
        int top = (int) Math.round(world.y() * scale);
        return new Box(left, top, (int) Math.round(world.right() * scale) - left,
                (int) Math.round(world.bottom() * scale) - top);
    }

    private void settle() {
        if (fitted) {
            double fits = Math.min(width / (double) contentWidth, height / (double) contentHeight);
            scale = Math.clamp(fits, least, mostFitted);
        }
        moveTo(x, y);
    }

    private void moveTo(double newX, double newY) {
        x = inside(newX, contentWidth * scale, width);
        y = inside(newY, contentHeight * scale, height);
    }

    private static double inside(double position, double whole, int extent) {
        return whole <= extent ? -(extent - whole) / 2 : Math.clamp(position, 0, whole - extent);
    }

    private static double nearest(double position, int extent, int from, int to) {
        if (from < position || to - from > extent) {
            return from;
        }
        return Math.max(position, to - extent);
    }
}
