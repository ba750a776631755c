package org.dcos.tests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

/** What plugin.xml files declare exists: classes, commands, icons, texts. */
class DeclarationsTest {

    /** Contributed by the platform, not by us. */
    private static final String PLATFORM = "org.eclipse.";

    private final List<BundleFolder> bundles = Repository.bundles();
    private final List<Declaration> declarations = bundles.stream().flatMap(it -> Declaration.of(it).stream()).toList();

    @Test
    void every_class_named_is_in_the_sources_of_a_bundle_that_the_declaring_one_sees() {
        var missing = declarations.stream().filter(it -> it.attribute("class").isPresent())
                .filter(it -> !it.attribute("class").orElseThrow().startsWith(PLATFORM) && !seesClass(it))
                .map(Declaration::toString).toList();

        assertThat(missing).as("classes that do not exist").isEmpty();
    }

    @Test
    void ids_are_unique_within_their_extension_point() {
        var seen = new HashSet<String>();
        var twice = declarations.stream().filter(it -> it.declares("id") && !it.element().equals("extension"))
                .filter(it -> !it.isReference())
                .map(it -> it.point() + " " + it.element() + " " + it.attribute("id").orElseThrow())
                .filter(id -> !seen.add(id)).toList();

        assertThat(twice).as("ids declared twice").isEmpty();
    }

    @Test
    void every_command_that_is_handled_bound_or_shown_is_declared() {
        Set<String> declared = new TreeSet<>();
        declarations.stream()
                .filter(it -> it.point().equals("org.eclipse.ui.commands") && it.element().equals("command"))
                .forEach(it -> it.attribute("id").ifPresent(declared::add));

        var unknown = declarations.stream().filter(it -> it.attribute("commandId").isPresent())
                .filter(it -> !it.attribute("commandId").orElseThrow().startsWith(PLATFORM))
                .filter(it -> !declared.contains(it.attribute("commandId").orElseThrow())).map(Declaration::toString)
                .toList();

        assertThat(unknown).as("commandIds without a command").isEmpty();
    }

    @Test
    void every_icon_is_in_the_bundle() {
        var missing = declarations.stream().filter(it -> it.attribute("icon").isPresent())
                .filter(it -> !it.attribute("icon").orElseThrow().startsWith("platform:"))
                .filter(it -> !it.bundle().path().resolve(it.attribute("icon").orElseThrow()).toFile().isFile())
                .map(Declaration::toString).toList();

        assertThat(missing).as("icons that do not exist").isEmpty();
    }

    @Test
    void every_text_key_is_in_the_english_and_in_the_chinese_file() {
        var missing = new ArrayList<String>();
        for (BundleFolder bundle : bundles) {
            Set<String> keys = new TreeSet<>(Declaration.textKeysOf(bundle));
            for (String file : keys.isEmpty() ? List.<String>of()
                    : List.of("plugin.properties", "plugin_zh.properties")) {
                Properties texts = PropertyFiles.read(bundle.path().resolve(file));
                keys.stream().filter(key -> !texts.containsKey(key))
                        .forEach(key -> missing.add(bundle.name() + "/" + file + ": " + key));
            }
        }

        assertThat(missing).as("texts that do not exist").isEmpty();
    }

    /** {@code class="a.B:argument"} passes an argument; a nested class is in its outer one's file. */
    private boolean seesClass(Declaration declaration) {
        String name = declaration.attribute("class").orElseThrow().replaceFirst("[:$].*", "");
        if (declaration.bundle().hasSourceOf(name)) {
            return true;
        }
        String packageName = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        return declaration.bundle().importedPackages().contains(packageName)
                && bundles.stream().anyMatch(bundle -> bundle.hasSourceOf(name));
    }
}
