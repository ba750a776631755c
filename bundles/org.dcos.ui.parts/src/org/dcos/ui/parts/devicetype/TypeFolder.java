package org.dcos.ui.parts.devicetype;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.dcos.domain.devicetype.TypeFile;
import org.dcos.domain.devicetype.TypeOrder;

/** Reads the device types below files and folders. */
final class TypeFolder {

    private TypeFolder() {}

    /** @return by name; one more than are taken at once, when there are more */
    static List<TypeFile> read(List<Path> chosen) throws IOException {
        var read = new ArrayList<TypeFile>();
        for (Path start : chosen) {
            Path root = start.toAbsolutePath().getParent();
            List<Path> below;
            try (var all = Files.walk(start)) {
                below = all.filter(Files::isRegularFile).filter(TypeFolder::yaml).sorted()
                        .limit(TypeOrder.MOST_FILES + 1L - read.size()).toList();
            }
            for (Path file : below) {
                read.add(new TypeFile(root.relativize(file.toAbsolutePath()).toString().replace('\\', '/'),
                        new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
            }
        }
        return read;
    }

    private static boolean yaml(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }
}
