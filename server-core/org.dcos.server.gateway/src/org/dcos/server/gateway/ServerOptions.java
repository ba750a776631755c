package org.dcos.server.gateway;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

import org.dcos.server.gateway.https.ListenAddress;

/**
 * How a headless server-core was started.
 *
 * @param data   the data directory
 * @param listen where the port is opened
 * @param passphrase whether a passphrase is to be chosen for a new data directory, in place of a key file
 */
record ServerOptions(Path data, ListenAddress listen, boolean passphrase) {

    /** @throws IllegalArgumentException with a sentence that says what is missing or wrong, and what would be right */
    static ServerOptions parse(List<String> arguments) {
        String data = null;
        String listen = null;
        boolean passphrase = false;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext();) {
            switch (rest.next()) {
                case "--data" -> data = value("--data DIR", rest);
                case "--listen" -> listen = value("--listen ADDR:PORT", rest);
                case "--passphrase" -> passphrase = true;
                case String other -> throw new IllegalArgumentException(
                        "'%s' is not understood. Use --data DIR --listen ADDR:PORT [--passphrase].".formatted(other));
            }
        }
        if (data == null) {
            throw new IllegalArgumentException(
                    "--data is missing: say where the data is kept, for example --data /var/lib/dcos.");
        }
        if (listen == null) {
            throw new IllegalArgumentException(
                    "--listen is missing: say where to listen, for example --listen 127.0.0.1:8443.");
        }
        try {
            return new ServerOptions(Path.of(data), ListenAddress.parse(listen), passphrase);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("'%s' is no folder name: %s.".formatted(data, e.getReason()), e);
        }
    }

    private static String value(String what, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException("The value is missing after %s.".formatted(what));
        }
        return rest.next();
    }
}
