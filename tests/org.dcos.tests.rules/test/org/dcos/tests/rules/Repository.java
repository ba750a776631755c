package org.dcos.tests.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The work tree that the rules are checked on. */
final class Repository {

    /** Folders that a build or a tool makes; never part of the project. */
    private static final Set<String> MADE = Set.of(".git", ".tools", ".metadata", ".settings", "target", "bin");

    static final Path ROOT = Path.of(System.getProperty("dcos.root", "../..")).toAbsolutePath().normalize();

    /** Every bundle of the console and the server-core, in the order of their names. */
    static List<BundleFolder> bundles() {
        return Stream.of("bundles", "server-core").flatMap(group -> children(ROOT.resolve(group)).stream())
                .filter(folder -> Files.isRegularFile(folder.resolve("META-INF/MANIFEST.MF")))
                .map(BundleFolder::read).toList();
    }

    /** Every file of the project: those that git tracks, or all that no tool made where there is no git. */
    static List<Path> files() {
        try {
            var git = new ProcessBuilder("git", "ls-files", "-z").directory(ROOT.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String listed = new String(git.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (git.waitFor() == 0 && !listed.isEmpty()) {
                return Arrays.stream(listed.split("\0")).map(ROOT::resolve).filter(Files::isRegularFile).toList();
            }
        } catch (IOException _) { // no git on this machine: walk instead
            return filesBelow(ROOT);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return filesBelow(ROOT);
    }

    static List<Path> filesBelow(Path folder) {
        var files = new ArrayList<Path>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    boolean made = MADE.contains(directory.getFileName().toString());
                    return made ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.stream().sorted().toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Path from the root, as messages show it. */
    static String name(Path file) {
        return ROOT.relativize(file).toString();
    }

    private static List<Path> children(Path folder) {
        try (var children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Repository() {}
}
