package org.dcos.ui.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;

import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Theme;
import org.eclipse.jface.databinding.swt.DisplayRealm;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** A desk over a fake connection, whose background work is done at once, and a window to put a part into. */
public final class TestDesk implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-11-26T04:44:02Z");

    private static final long LIMIT_NANOS = 20_000_000_000L;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Display display = TestDisplay.get();
    private final Desk desk;
    private final Shell shell;

    public TestDesk(Locale locale, Theme theme, FakeConnection connection) {
        this(locale, theme, connection, Runnable::run);
    }

    /** @param background does what is done in the background */
    public TestDesk(Locale locale, Theme theme, FakeConnection connection, Executor background) {
        Ink.of(display).use(theme);
        desk = new Desk(DisplayRealm.getRealm(display), background, timer, locale,
                Clock.fixed(NOW, ZoneOffset.UTC), Path.of("."));
        desk.connect(connection);
        shell = new Shell(display, SWT.SHELL_TRIM);
        shell.setLayout(new FillLayout());
    }

    public Desk desk() {
        return desk;
    }

    public Shell shell() {
        return shell;
    }

    public void open(int width, int height) {
        shell.setSize(width, height);
        shell.open();
        settle();
    }

    /** Lets everything that waits for the display happen. */
    public void settle() {
        while (display.readAndDispatch()) {
            // until nothing is left
        }
    }

    /** As long until it is so. */
    public void until(BooleanSupplier so) {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain");
            }
            settle();
            Thread.onSpinWait();
        }
        settle();
    }

    /** Keeps a picture of a window when a folder is given by {@code -Ddcos.pictures=FOLDER}. */
    public void picture(Shell window, String name) {
        var folder = System.getProperty("dcos.pictures", "");
        if (folder.isEmpty()) {
            return;
        }
        settle();
        var area = window.getClientArea();
        var image = new Image(display, Math.max(1, area.width), Math.max(1, area.height));
        var gc = new GC(image);
        try {
            window.print(gc);
            var loader = new ImageLoader();
            loader.data = new org.eclipse.swt.graphics.ImageData[] {image.getImageData()};
            loader.save(Files.createDirectories(Path.of(folder)).resolve(name + ".png").toString(), SWT.IMAGE_PNG);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    @Override
    public void close() {
        shell.dispose();
        desk.close();
        timer.shutdownNow();
    }
}
