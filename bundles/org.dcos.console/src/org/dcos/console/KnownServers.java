package org.dcos.console;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

import org.dcos.domain.Secret;
import org.dcos.ui.parts.connection.Connector.Remote;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remote server-cores used before: their certificate's fingerprint and the token that opens them, in
 * {@code DIR/servers.properties}, which only its owner may read. Thread-safe.
 */
final class KnownServers {

    private static final Logger LOG = LoggerFactory.getLogger(KnownServers.class);
    private static final String FILE = "servers.properties";

    private final Path file;

    KnownServers(Path data) {
        this.file = data.resolve(FILE);
    }

    /** The one used last comes first. */
    synchronized List<Remote> all() {
        var values = new Properties();
        try {
            values.load(new StringReader(Files.readString(file)));
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("The server-cores used before cannot be read from {}: {}", file, e.getMessage());
            return List.of();
        }
        var found = new ArrayList<Remote>();
        for (int i = 0; values.containsKey(i + ".host"); i++) {
            found.add(new Remote(values.getProperty(i + ".host"),
                    Integer.parseInt(values.getProperty(i + ".port", "0")),
                    values.getProperty(i + ".fingerprint", ""), Secret.of(values.getProperty(i + ".token", ""))));
        }
        return found;
    }

    Optional<Remote> named(String name) {
        return all().stream().filter(remote -> remote.name().equals(name)).findFirst();
    }

    /** Puts it first. */
    synchronized void keep(Remote remote) {
        var next = new ArrayList<Remote>();
        next.add(remote);
        all().stream().filter(old -> !old.name().equals(remote.name())).forEach(next::add);
        var values = new Properties();
        for (int i = 0; i < next.size(); i++) {
            values.setProperty(i + ".host", next.get(i).host());
            values.setProperty(i + ".port", String.valueOf(next.get(i).port()));
            values.setProperty(i + ".fingerprint", next.get(i).fingerprint());
            values.setProperty(i + ".token", new String(next.get(i).token().reveal()));
        }
        try {
            write(values);
        } catch (IOException e) {
            LOG.warn("The server-core {} could not be kept for the next start: {}", remote.name(), e.getMessage());
        }
    }

    private void write(Properties values) throws IOException {
        var text = new StringWriter();
        values.store(text, "DCOS console: server-cores used before");
        var fresh = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(fresh);
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(fresh, posix ? new FileAttribute<?>[] {ownerOnly} : new FileAttribute<?>[0]);
        Files.writeString(fresh, text.toString());
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
