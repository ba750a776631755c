package org.dcos.tests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

/** What the repository holds is the same on every machine and needs no host by name. */
class TrackedFilesTest {

    /** In two pieces each, so that this file does not find itself. */
    private static final List<String> FORBIDDEN = List.of("repo1.maven" + ".org", "repo.maven" + ".apache.org",
            "registry.npmjs" + ".org", "deb.debian" + ".org", "security.debian" + ".org", "/tmp" + "/dev",
            "/work" + "/main",
            "/work" + "/shared", "/ro" + "ot/", "<pluginRepo" + "sitory>", "distribution" + "Url=");

    @Test
    void no_tracked_file_names_a_registry_host_or_a_machine_path() {
        var found = Repository.files().stream().filter(file -> !file.getFileName().toString().equals("LICENSE"))
                .flatMap(file -> FORBIDDEN.stream()
                        .filter(word -> textOf(file).map(text -> text.contains(word)).orElse(false))
                        .map(word -> Repository.name(file) + ": " + word))
                .toList();

        assertThat(found).isEmpty();
    }

    @Test
    void scripts_may_be_executed() {
        var scripts = Repository.files().stream()
                .filter(file -> textOf(file).map(text -> text.startsWith("#!")).orElse(false));

        assertThat(scripts).allMatch(Files::isExecutable);
    }

    /** Empty for what is no text, such as a picture. */
    private static Optional<String> textOf(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (CharacterCodingException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("cannot read " + file, e);
        }
    }
}
