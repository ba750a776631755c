package org.dcos.tests.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * A bundle's folder and what its manifest says.
 *
 * @param path    the folder
 * @param headers manifest headers by name
 */
record BundleFolder(Path path, Map<String, String> headers) {

    static BundleFolder read(Path folder) {
        try (var in = Files.newInputStream(folder.resolve("META-INF/MANIFEST.MF"))) {
            var headers = new TreeMap<String, String>();
            new Manifest(in).getMainAttributes().forEach((key, value) -> headers.put(key.toString(), value.toString()));
            return new BundleFolder(folder, headers);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the manifest of " + folder, e);
        }
    }

    /** The name without the prefix that all share: {@code server.cmdb}. */
    String name() {
        return path.getFileName().toString().replaceFirst("^org\\.dcos\\.", "");
    }

    String symbolicName() {
        return clauses("Bundle-SymbolicName").getFirst().replaceFirst(";.*", "");
    }

    List<String> importedPackages() {
        return names("Import-Package");
    }

    List<String> requiredBundles() {
        return names("Require-Bundle");
    }

    List<String> exportedPackages() {
        return names("Export-Package");
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Java files below {@code src/}. */
    List<Path> sources() {
        return javaFiles("src");
    }

    /** Java files below {@code test/}. */
    List<Path> tests() {
        return javaFiles("test");
    }

    boolean hasSourceOf(String className) {
        return Files.isRegularFile(path.resolve("src").resolve(className.replace('.', '/') + ".java"));
    }

    List<String> clauses(String header) {
        return header(header).map(BundleFolder::splitClauses).orElse(List.of());
    }

    private List<String> names(String header) {
        return clauses(header).stream().map(clause -> clause.replaceFirst(";.*", "").strip()).toList();
    }

    private List<Path> javaFiles(String folder) {
        Path root = path.resolve(folder);
        Stream<Path> files = Files.isDirectory(root) ? Repository.filesBelow(root).stream() : Stream.of();
        return files.filter(file -> file.toString().endsWith(".java")).toList();
    }

    /** Commas separate clauses, but not within quotes: {@code a;version="[1,2)",b}. */
    private static List<String> splitClauses(String header) {
        var clauses = new ArrayList<String>();
        var clause = new StringBuilder();
        boolean quoted = false;
        for (char c : header.toCharArray()) {
            if (c == ',' && !quoted) {
                clauses.add(clause.toString().strip());
                clause.setLength(0);
            } else {
                quoted ^= c == '"';
                clause.append(c);
            }
        }
        clauses.add(clause.toString().strip());
        return clauses.stream().filter(text -> !text.isEmpty()).toList();
    }
}
