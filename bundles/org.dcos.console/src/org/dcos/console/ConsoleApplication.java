package org.dcos.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

import org.dcos.ui.parts.shell.Look;
import org.dcos.ui.parts.shell.Splash;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/**
 * Starts and ends the console. Exit codes: 0 closed by the operator, 23 to be started again (language changed),
 * 1 it could not start, 2 wrong arguments; with 1 and 2 one sentence on the error stream says what to do.
 */
public final class ConsoleApplication implements IApplication {

    private static final Integer EXIT_CANNOT_START = 1;
    private static final String NO_DISPLAY = "There is no display to open the window on (%s). "
            + "Start it in a graphical session, or run the headless server-core with: dcos server";
    private static final Integer EXIT_WRONG_ARGUMENTS = 2;

    @Override
    public Object start(IApplicationContext context) {
        context.applicationRunning();
        CommandLine line;
        try {
            line = CommandLine.parse((String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS),
                    Path.of(System.getProperty("user.home")));
        } catch (IllegalArgumentException e) {
            complain(e.getMessage());
            return EXIT_WRONG_ARGUMENTS;
        }
        try {
            return run(line);
        } catch (IOException e) {
            complain(e.getMessage());
        } catch (SWTError e) {
            complain(NO_DISPLAY.formatted(e.getMessage()));
        }
        return EXIT_CANNOT_START;
    }

    private static Object run(CommandLine line) throws IOException {
        createPrivately(line.data());
        var settings = ConsoleSettings.open(line.data());
        Locale.setDefault(settings.locale(Locale.getDefault()));
        placeWorkbenchState(line.data());
        ClassLoaders.install();
        Look.prepare(line.data());
        Display.setAppName("DCOS");
        var display = PlatformUI.createDisplay();
        try (var desk = new ConsoleDesk(display, line, settings)) {
            desk.reserve();
            Themes.first(display, settings);
            var splash = new Splash(display, desk.starting());
            int code = PlatformUI.createAndRunWorkbench(display, new ConsoleWorkbenchAdvisor(desk, splash));
            return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } finally {
            display.dispose();
        }
    }

    /** Window layout and the like live beside the data, unless {@code -data} says otherwise. */
    private static void placeWorkbenchState(Path data) throws IOException {
        var instance = Platform.getInstanceLocation();
        if (!instance.isSet()) {
            instance.set(data.resolve("console").toUri().toURL(), false);
        }
    }

    /** For its owner only, with a sentence when that does not work. */
    private static void createPrivately(Path data) throws IOException {
        if (Files.isDirectory(data)) {
            return;
        }
        boolean posix = data.getFileSystem().supportedFileAttributeViews().contains("posix");
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        try {
            Files.createDirectories(data, posix ? new FileAttribute<?>[] {ownerOnly} : new FileAttribute<?>[0]);
        } catch (IOException e) {
            throw new IOException("The data directory %s cannot be made (%s). Name another one with --data DIR."
                    .formatted(data, e.getMessage()), e);
        }
    }

    private static void complain(String sentence) {
        System.err.println("dcos: " + sentence);
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            var workbench = PlatformUI.getWorkbench();
            workbench.getDisplay().asyncExec(workbench::close);
        }
    }
}
