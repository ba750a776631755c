package org.dcos.tests.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Inputs that are kept, in {@code test/corpus}: a folder for each target, with files of lines
 * {@code name: hexadecimal}. What real programs have sent is named after them; {@code found.hex} holds what reached the
 * most code with the least input; {@code failed.hex} everything that ever failed, which stays for good.
 */
record Corpus(Path folder) {

    /** @param name who sent it, or how it was found */
    record Input(String name, byte[] bytes) {}

    static final String FOUND = "found.hex";
    static final String FAILED = "failed.hex";

    static Corpus of(Path root, String target) {
        return new Corpus(root.resolve("tests/org.dcos.tests.fuzz/test/corpus").resolve(target));
    }

    List<Input> all() throws IOException {
        var inputs = new ArrayList<Input>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".hex")).sorted().toList()) {
                inputs.addAll(read(file));
            }
        }
        return inputs;
    }

    /** All but what was found before. */
    List<Input> given() throws IOException {
        var found = read(folder.resolve(FOUND)).stream().map(Input::name).toList();
        return all().stream().filter(input -> !found.contains(input.name())).toList();
    }

    private static List<Input> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        var inputs = new ArrayList<Input>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                int colon = line.indexOf(": ");
                if (colon < 0) {
                    throw new IOException("%s has a line without a name: %s".formatted(file, line));
                }
                inputs.add(new Input(line.substring(0, colon),
                        HexFormat.of().parseHex(line.substring(colon + 2).strip())));
            }
        }
        return inputs;
    }

    void keepFound(List<Input> found) throws IOException {
        var lines = new ArrayList<>(
                List.of("# Reached code that nothing before them did; made anew by './dcos fuzz'."));
        found.forEach(input -> lines.add(line(input)));
        write(folder.resolve(FOUND), lines);
    }

    void keepFailed(Input failed) throws IOException {
        Path file = folder.resolve(FAILED);
        var lines = Files.exists(file) ? new ArrayList<>(Files.readAllLines(file))
                : new ArrayList<>(List.of("# Each of these failed once: none of them is ever taken out."));
        if (!lines.contains(line(failed))) {
            lines.add(line(failed));
            write(file, lines);
        }
    }

    static String line(Input input) {
        return "%s: %s".formatted(input.name(), HexFormat.of().formatHex(input.bytes()));
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, lines, StandardCharsets.UTF_8);
    }
}
