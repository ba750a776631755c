package org.dcos.console;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * What the console was started with.
 *
 * @param data the data directory, absolute: records of the embedded server-core, and the console's own state
 * @param passphrase whether a passphrase is to be chosen for a new data directory, in place of a key file
 */
record CommandLine(Path data, boolean passphrase) {

    private static final String USAGE = "Usage: dcos [--data DIR] [--passphrase]   (DIR is ~/.dcos when not given)";

    /** @throws IllegalArgumentException with a sentence for the one who typed it */
    static CommandLine parse(String[] arguments, Path home) {
        var data = home.resolve(".dcos");
        boolean passphrase = false;
        for (int i = 0; i < arguments.length; i++) {
            var argument = arguments[i];
            if (argument.equals("--data")) {
                if (i + 1 == arguments.length) {
                    throw new IllegalArgumentException("--data needs a folder. " + USAGE);
                }
                data = path(arguments[++i]);
            } else if (argument.startsWith("--data=")) {
                data = path(argument.substring("--data=".length()));
            } else if (argument.equals("--passphrase")) {
                passphrase = true;
            } else if (argument.startsWith("--")) {
                throw new IllegalArgumentException("%s is no option of the console. %s".formatted(argument, USAGE));
            }
        }
        return new CommandLine(data.toAbsolutePath().normalize(), passphrase);
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("'%s' is no folder name: %s. %s".formatted(text, e.getReason(), USAGE),
                    e);
        }
    }
}
