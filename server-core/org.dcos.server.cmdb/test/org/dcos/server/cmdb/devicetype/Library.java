package org.dcos.server.cmdb.devicetype;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.dcos.domain.devicetype.TypeFile;

/** The files of the community's library that the tests read. */
public final class Library {

    private Library() {}

    public static List<TypeFile> files() {
        try {
            URI folder = Library.class.getResource("library").toURI();
            Path root = Path.of(folder);
            var files = new ArrayList<TypeFile>();
            try (var found = Files.walk(root)) {
                for (Path file : found.filter(f -> f.toString().matches(".*\\.ya?ml")).sorted().toList()) {
                    files.add(new TypeFile(root.relativize(file).toString(), Files.readString(file)));
                }
            }
            return files;
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("The library cannot be read", e);
        }
    }

    public static TypeFile file(String name) {
        return files().stream().filter(file -> file.name().equals(name)).findFirst().orElseThrow();
    }
}
