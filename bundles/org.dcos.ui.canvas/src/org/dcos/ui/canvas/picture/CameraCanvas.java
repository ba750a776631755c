package org.dcos.ui.canvas.picture;

import java.util.Optional;

import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.geometry.Camera;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;

/**
 * A picture that is larger than its window: zooms (Ctrl+wheel, +, -, 0 fits), pans (dragging the ground or the middle
 * button, wheel, scroll bars).
 */
public abstract class CameraCanvas extends PictureCanvas {

    private static final double ZOOM_STEP = 1.15;
    private static final int WHEEL_PIXELS = 16;
    private static final int REVEAL_MARGIN = 24;

    private final Camera camera;
    private final int foot;
    private Optional<Point> grip = Optional.empty();

    /** @param foot height of what stands still below, e.g. a legend */
    protected CameraCanvas(Composite parent, Camera camera, int foot) {
        super(parent, SWT.H_SCROLL | SWT.V_SCROLL);
        this.camera = camera;
        this.foot = foot;
        addListener(SWT.MouseVerticalWheel, this::wheel);
        addListener(SWT.MouseHorizontalWheel, event -> {
            camera.panBy(-event.count * WHEEL_PIXELS, 0);
            event.doit = false;
            cameraMoved();
        });
        getHorizontalBar().addListener(SWT.Selection, _ -> scrolled());
        getVerticalBar().addListener(SWT.Selection, _ -> scrolled());
    }

    /** Where a thing is in the drawing, at scale 1. */
    protected abstract Optional<Box> world(String id);

    /** What is at a point of the drawing, at scale 1. */
    protected abstract Optional<String> atWorld(int x, int y);

    /** Zoom and position as they are. */
    public Camera camera() {
        return camera;
    }

    /** Everything is seen again. */
    public void fit() {
        checkWidget();
        camera.fit();
        cameraMoved();
    }

    @Override
    public Optional<String> at(int x, int y) {
        boolean below = y >= getClientArea().height - foot;
        return below ? Optional.empty() : atWorld(camera.worldX(x), camera.worldY(y));
    }

    @Override
    public Optional<Box> place(String id) {
        return world(id).map(camera::toView);
    }

    @Override
    protected void reveal(String id) {
        world(id).ifPresent(box -> camera.reveal(box, REVEAL_MARGIN));
        cameraMoved();
    }

    @Override
    protected void resized(int width, int height) {
        camera.resize(width, height - foot);
        updateBars();
    }

    /** Another drawing of this size at scale 1. */
    protected final void drawing(int width, int height) {
        camera.content(width, height);
        updateBars();
    }

    @Override
    protected void pressed(Event event) {
        var hit = at(event.x, event.y);
        if (event.button == 2 || event.button == 1 && hit.isEmpty()) {
            grip = Optional.of(new Point(event.x, event.y));
        }
        if (event.button != 2) {
            choose(hit);
        }
    }

    @Override
    protected boolean dragged(Event event) {
        grip.ifPresent(from -> {
            setCursor(getDisplay().getSystemCursor(SWT.CURSOR_HAND));
            camera.panBy(from.x - event.x, from.y - event.y);
            grip = Optional.of(new Point(event.x, event.y));
            cameraMoved();
        });
        return grip.isPresent();
    }

    @Override
    protected void released(Event event) {
        grip = Optional.empty();
        setCursor(null);
    }

    @Override
    protected void typed(Event event) {
        switch (event.character) {
            case '+', '=' -> zoom(ZOOM_STEP);
            case '-' -> zoom(1 / ZOOM_STEP);
            case '0' -> fit();
            default -> {}
        }
    }

    private void wheel(Event event) {
        if ((event.stateMask & SWT.MOD1) != 0) {
            camera.zoomBy(event.count > 0 ? ZOOM_STEP : 1 / ZOOM_STEP, event.x, event.y);
        } else if ((event.stateMask & SWT.MOD2) != 0) {
            camera.panBy(-event.count * WHEEL_PIXELS, 0);
        } else {
            camera.panBy(0, -event.count * WHEEL_PIXELS);
        }
        event.doit = false;
        cameraMoved();
    }

    /** Around what is selected, else around the middle. @param factor above 1 to see less and larger */
    public final void zoom(double factor) {
        var seen = camera.seen();
        var centre = selected().flatMap(this::place).orElse(new Box(0, 0, seen.width(), seen.height()));
        camera.zoomBy(factor, centre.centreX(), centre.centreY());
        cameraMoved();
    }

    private void cameraMoved() {
        updateBars();
        viewChanged();
    }

    private void scrolled() {
        camera.scrollTo(getHorizontalBar().isVisible() ? getHorizontalBar().getSelection() : camera.seen().x(),
                getVerticalBar().isVisible() ? getVerticalBar().getSelection() : camera.seen().y());
        viewChanged();
    }

    private void updateBars() {
        var seen = camera.seen();
        bar(getHorizontalBar(), seen.x(), seen.width(), camera.wholeWidth());
        bar(getVerticalBar(), seen.y(), seen.height(), camera.wholeHeight());
    }

    private static void bar(ScrollBar bar, int position, int extent, int whole) {
        bar.setVisible(whole > extent);
        bar.setValues(Math.max(0, position), 0, Math.max(1, whole), Math.max(1, Math.min(extent, whole)), WHEEL_PIXELS,
                Math.max(1, extent - WHEEL_PIXELS));
    }
}
