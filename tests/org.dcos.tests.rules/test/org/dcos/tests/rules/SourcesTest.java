package org.dcos.tests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Calls that the house does not make, with what to use instead. */
class SourcesTest {

    private static final Map<String, String> FORBIDDEN_EVERYWHERE = new LinkedHashMap<>();
    private static final Map<String, String> FORBIDDEN_IN_MAIN = Map.of(
            "\\bimport java\\.util\\.Date;|\\bjava\\.util\\.Date\\b", "java.time.Instant");
    private static final Map<String, String> FORBIDDEN_IN_TESTS = Map.of(
            "\\bThread\\.sleep\\(|\\bTimeUnit\\.\\w+\\.sleep\\(", "wait for a condition");

    static {
        FORBIDDEN_EVERYWHERE.put("\\bDisplay\\.getDefault\\(", "the control's own display or realm");
        FORBIDDEN_EVERYWHERE.put("\\bnew Thread\\(", "Thread.ofVirtual() or Thread.ofPlatform()");
        FORBIDDEN_EVERYWHERE.put("\\.printStackTrace\\(", "SLF4J");
        FORBIDDEN_EVERYWHERE.put("@author\\b", "git blame");
        FORBIDDEN_EVERYWHERE.put("//\\s*TODO|//\\s*FIXME|\\*\\s*TODO", "an issue");
        FORBIDDEN_EVERYWHERE.put("\\bimport (?!static)[\\w.]+\\.\\*;", "an import of each name");
    }

    @Test
    void sources_keep_clear_of_forbidden_calls() {
        assertThat(violations(mainSources(), FORBIDDEN_EVERYWHERE)).isEmpty();
        assertThat(violations(mainSources(), FORBIDDEN_IN_MAIN)).isEmpty();
    }

    @Test
    void tests_keep_clear_of_forbidden_calls_and_never_sleep() {
        assertThat(violations(testSources(), FORBIDDEN_EVERYWHERE)).isEmpty();
        assertThat(violations(testSources(), FORBIDDEN_IN_TESTS)).isEmpty();
    }

    @Test
    void only_programs_with_a_main_method_print() {
        var printing = mainSources().stream()
                .filter(file -> Pattern.compile("\\bSystem\\.(out|err)\\b").matcher(Repository.text(file)).find())
                .filter(file -> !file.getFileName().toString().matches(".*(Main|Application)\\.java"))
                .map(Repository::name).toList();

        assertThat(printing).as("prints although it is no program").isEmpty();
    }

    @Test
    void every_package_says_what_it_is_for() {
        var silent = mainSources().stream().map(Path::getParent).distinct()
                .filter(folder -> !folder.resolve("package-info.java").toFile().isFile()).map(Repository::name)
                .toList();

        assertThat(silent).as("packages without package-info.java").isEmpty();
    }

    private static List<String> violations(List<Path> files, Map<String, String> rules) {
        var found = new ArrayList<String>();
        rules.forEach((pattern, instead) -> {
            var forbidden = Pattern.compile(pattern);
            files.forEach(file -> forbidden.matcher(Repository.text(file)).results()
                    .forEach(hit -> found
                            .add("%s: '%s'; use %s".formatted(Repository.name(file), hit.group(), instead))));
        });
        return found;
    }

    private static List<Path> mainSources() {
        return Repository.bundles().stream().flatMap(bundle -> bundle.sources().stream()).toList();
    }

    private static List<Path> testSources() {
        var inTests = Repository.filesBelow(Repository.ROOT.resolve("tests")).stream()
                .filter(file -> file.toString().endsWith(".java") && !file.toString().contains("org.dcos.tests.rules"));
        return Stream.concat(Repository.bundles().stream().flatMap(bundle -> bundle.tests().stream()), inTests)
                .toList();
    }
}
