package org.dcos.ui.parts.widget;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Names of files and folders as people write them: with a tilde for the home directory. */
public final class Paths {

    private static final String HOME = "~/";

    private Paths() {}

    public static String written(Path path) {
        var home = home();
        return path.startsWith(home) ? HOME + home.relativize(path) : path.toString();
    }

    /** @return empty when no file can have that name */
    public static Optional<Path> read(String written) {
        try {
            return Optional.of(written.startsWith(HOME) ? home().resolve(written.substring(HOME.length()))
                    : Path.of(written));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static Path home() {
        return Path.of(System.getProperty("user.home"));
    }
}
