package org.dcos.net.ipmi.sdr;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A table of texts by code, read once from a file beside a class: {@code code in hex | text 0 | text 1 ...}. */
public final class CodeTexts {

    private final Map<Integer, List<String>> texts;

    private CodeTexts(Map<Integer, List<String>> texts) {
        this.texts = texts;
    }

    static CodeTexts read(String file) {
        return read(CodeTexts.class, file);
    }

    /** @param beside class of the package that has the file */
    public static CodeTexts read(Class<?> beside, String file) {
        try (var in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the bundle org.dcos.net.ipmi");
            }
            try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return new CodeTexts(lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> List.of(line.split("\\|", -1)))
                        .collect(Collectors.toUnmodifiableMap(row -> Integer.parseInt(row.getFirst().strip(), 16),
                                row -> row.stream().skip(1).map(String::strip).toList())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** The text with that index in the row of that code; absent when there is none. */
    public Optional<String> text(int code, int index) {
        return Optional.ofNullable(texts.get(code)).filter(row -> index >= 0 && index < row.size())
                .map(row -> row.get(index)).filter(text -> !text.isEmpty());
    }
}
