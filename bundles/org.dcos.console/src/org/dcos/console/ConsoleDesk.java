package org.dcos.console;

import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

import org.dcos.domain.Secret;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.connection.PassphraseDialog.Question;
import org.eclipse.jface.databinding.swt.DisplayRealm;
import org.eclipse.swt.widgets.Display;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns everything that lives as long as the console: the models, their threads, the connection and the data directory.
 */
final class ConsoleDesk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleDesk.class);
    private static final long SECONDS_TO_END = 10;

    private final ExecutorService background = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("console-", 0).factory());
    private final ScheduledExecutorService timer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("console-timer").factory());
    private final ConsoleSettings settings;
    private final Desk desk;
    private final ConsoleConnections connections;
    private Consumer<String> trouble = words -> LOG.warn("Before there was a window: {}", words);
    private Function<Question, Optional<Secret>> dialog = _ -> Optional.empty();

    ConsoleDesk(Display display, CommandLine line, ConsoleSettings settings) {
        this.settings = settings;
        desk = new Desk(DisplayRealm.getRealm(display), background, timer, Locale.getDefault(),
                Clock.systemDefaultZone(), line.data());
        connections = new ConsoleConnections(FrameworkUtil.getBundle(ConsoleDesk.class).getBundleContext(), line.data(),
                settings, desk,
                background, new EmbeddedPassphrase(desk, line.passphrase(), question -> dialog.apply(question)),
                words -> trouble.accept(words));
    }

    Desk desk() {
        return desk;
    }

    ConsoleConnections connections() {
        return connections;
    }

    ConsoleSettings settings() {
        return settings;
    }

    /** What the splash says. */
    String starting() {
        return desk.words("splash.starting");
    }

    /** Holds the data directory, where it is needed. @throws IOException with a sentence for the operator */
    void reserve() throws IOException {
        connections.reserve();
    }

    /** Connects; what goes wrong is told in the window, and what is needed is asked there. */
    void begin(Consumer<String> show, Function<Question, Optional<Secret>> ask) {
        trouble = show;
        dialog = ask;
        connections.begin();
    }

    /** First what asks, then what answers, then the directory. */
    @Override
    public void close() {
        desk.close();
        timer.shutdownNow();
        background.shutdown();
        try {
            if (!background.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                background.shutdownNow();
            }
        } catch (InterruptedException _) {
            background.shutdownNow();
            Thread.currentThread().interrupt();
        }
        connections.close();
    }
}
