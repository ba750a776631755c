package org.dcos.console;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import org.dcos.ui.parts.Desk;
import org.eclipse.jface.databinding.swt.DisplayRealm;
import org.eclipse.swt.widgets.Display;

/** Owns everything that lives as long as the console: the models, their threads, the connection and the data directory. */
final class ConsoleDesk implements AutoCloseable {

    private final ExecutorService background = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("console-", 0).factory());
    private final ScheduledExecutorService timer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("console-timer").factory());
    private final ConsoleSettings settings;
    private final Path data;
    private final Desk desk;

    ConsoleDesk(Display display, Path data, ConsoleSettings settings) {
        this.data = data;
        this.settings = settings;
        desk = new Desk(DisplayRealm.getRealm(display), background, timer, Locale.getDefault(), Clock.systemDefaultZone());
    }

    Desk desk() {
        return desk;
    }

    ConsoleSettings settings() {
        return settings;
    }

    Path data() {
        return data;
    }

    @Override
    public void close() {
        desk.close();
        timer.shutdownNow();
        background.shutdown();
    }
}
