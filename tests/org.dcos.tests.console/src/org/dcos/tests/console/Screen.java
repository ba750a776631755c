package org.dcos.tests.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.dcos.ui.canvas.control.SectionTabs;
import org.dcos.ui.parts.shell.Commands;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** The running workbench, from a test's thread. */
final class Screen {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Screen() {}

    /** Runs in the UI thread, from whichever it is called, and hands back what came of it. */
    static <T> T ui(Callable<T> work) {
        var result = new CompletableFuture<T>();
        Runnable called = () -> {
            try {
                result.complete(work.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        };
        if (display().getThread() == Thread.currentThread()) {
            called.run();
        } else {
            display().asyncExec(called);
        }
        try {
            return result.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("in the UI thread: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static void run(Runnable work) {
        ui(() -> {
            work.run();
            return true;
        });
    }

    /** Waits until it is so; asks in the UI thread. */
    static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!ui(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                shot(Path.of(System.getProperty("dcos.screens", "target/screens"), "failed.png"));
                throw new AssertionError("waited %d s in vain until %s".formatted(LIMIT.toSeconds(), what));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Waits until all that was to be drawn is drawn. */
    static void settle() {
        for (int i = 0; i < 8; i++) {
            run(() -> {});
            LockSupport.parkNanos(PAUSE.toNanos() * 2);
        }
    }

    static Display display() {
        return PlatformUI.getWorkbench().getDisplay();
    }

    static IWorkbenchWindow window() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    }

    /** Gives a command that may open a dialog, which goes on until it is closed. */
    static void command(String id) {
        display().asyncExec(() -> Commands.run(window(), id));
    }

    /** The topmost shell that is not the window. */
    static Optional<Shell> dialog() {
        return Arrays.stream(display().getShells()).filter(shell -> shell != window().getShell() && shell.isVisible())
                .reduce((_, last) -> last);
    }

    /** Those of this kind that are to be seen. In the UI thread. */
    static <T extends Control> List<T> controls(Class<T> type) {
        return Tables.below(window().getShell(), new ArrayList<Control>()).stream().filter(type::isInstance)
                .map(type::cast).filter(Control::isVisible).toList();
    }

    /** Goes to a section of the device page by the keyboard. */
    static void section(int index) {
        run(() -> {
            var tabs = controls(SectionTabs.class).getFirst();
            for (int steps = Math.abs(index - tabs.selected()); steps > 0; steps--) {
                var key = new Event();
                key.keyCode = tabs.selected() < index ? SWT.ARROW_RIGHT : SWT.ARROW_LEFT;
                tabs.notifyListeners(SWT.KeyDown, key);
            }
        });
    }

    static void closeDialogs() {
        for (int i = 0; i < 5 && ui(() -> dialog().isPresent()); i++) {
            run(() -> dialog().ifPresent(Shell::close));
        }
    }

    /** Writes what the screen shows where the window is. */
    static void shot(Path file) {
        shot(file, ui(() -> whole(window().getShell())));
    }

    /** Writes what the screen shows in this area of it. */
    static void shot(Path file, Rectangle area) {
        try {
            Files.createDirectories(file.getParent());
            var grab = new ProcessBuilder("import", "-silent", "-window", "root", "-crop", geometry(area), "+repage",
                    "-strip", "+dither", "-colors", "256", "PNG8:" + file).inheritIO().start();
            if (grab.waitFor() != 0) {
                throw new AssertionError("'import' of ImageMagick could not write " + file);
            }
        } catch (IOException e) {
            throw new AssertionError("'import' of ImageMagick is needed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** From the title bar, where there is one, to the foot. */
    private static Rectangle whole(Shell shell) {
        var bounds = shell.getBounds();
        var inside = shell.getClientArea();
        var foot = shell.toDisplay(inside.x + inside.width, inside.y + inside.height);
        return new Rectangle(bounds.x, bounds.y, bounds.width, Math.max(bounds.height, foot.y - bounds.y));
    }

    private static String geometry(Rectangle area) {
        return "%dx%d+%d+%d".formatted(area.width, area.height, Math.max(0, area.x), Math.max(0, area.y));
    }
}
