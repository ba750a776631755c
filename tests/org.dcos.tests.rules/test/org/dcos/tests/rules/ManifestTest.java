package org.dcos.tests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class ManifestTest {

    private static final List<String> FORBIDDEN_PACKAGE_NAMES = List.of("util", "utils", "common", "impl", "manager",
            "managers", "misc", "helper", "helpers");

    @Test
    void no_bundle_has_an_activator_or_imports_dynamically() {
        assertThat(Repository.bundles()).allSatisfy(bundle -> assertThat(bundle.headers()).as(bundle.name())
                .doesNotContainKeys("Bundle-Activator", "DynamicImport-Package", "Eclipse-BuddyPolicy",
                        "Eclipse-RegisterBuddy", "Fragment-Host"));
    }

    @Test
    void no_bundle_re_exports_another_or_has_friends() {
        assertThat(Repository.bundles()).allSatisfy(bundle -> {
            assertThat(bundle.clauses("Require-Bundle")).as(bundle.name()).noneMatch(it -> it.contains("reexport"));
            assertThat(bundle.clauses("Export-Package")).as(bundle.name())
                    .noneMatch(it -> it.contains("x-friends") || it.contains("x-internal"));
        });
    }

    @Test
    void only_bundles_of_the_eclipse_platform_are_required_by_name() {
        assertThat(Repository.bundles()).allSatisfy(bundle -> assertThat(bundle.requiredBundles()).as(bundle.name())
                .allMatch(name -> name.startsWith("org.eclipse.")));
    }

    @Test
    void symbolic_name_module_name_and_folder_are_the_same() {
        assertThat(Repository.bundles()).allSatisfy(bundle -> {
            String folder = bundle.path().getFileName().toString();
            assertThat(bundle.symbolicName()).isEqualTo(folder);
            assertThat(bundle.header("Automatic-Module-Name")).as(folder).contains(folder);
        });
    }

    @Test
    void every_bundle_is_of_this_version_and_runs_on_java_25() {
        assertThat(Repository.bundles()).allSatisfy(bundle -> {
            assertThat(bundle.header("Bundle-Version")).as(bundle.name()).contains("0.1.0.qualifier");
            assertThat(bundle.header("Bundle-RequiredExecutionEnvironment")).as(bundle.name()).contains("JavaSE-25");
        });
    }

    @Test
    void bundles_with_service_components_activate_lazily() {
        assertThat(Repository.bundles()).filteredOn(ManifestTest::hasComponents)
                .allSatisfy(bundle -> assertThat(bundle.header("Bundle-ActivationPolicy")).as(bundle.name())
                        .contains("lazy"));
    }

    @Test
    void bundles_with_extensions_are_singletons() {
        assertThat(Repository.bundles()).filteredOn(bundle -> Files.exists(bundle.path().resolve("plugin.xml")))
                .allSatisfy(bundle -> assertThat(bundle.header("Bundle-SymbolicName")).as(bundle.name())
                        .hasValueSatisfying(name -> assertThat(name).contains("singleton:=true")));
    }

    @Test
    void exported_packages_exist_and_begin_with_the_name_of_their_bundle() {
        assertThat(Repository.bundles()).allSatisfy(bundle -> assertThat(bundle.exportedPackages()).as(bundle.name())
                .allSatisfy(name -> {
                    assertThat(name).matches(
                            it -> it.equals(bundle.symbolicName()) || it.startsWith(bundle.symbolicName() + "."),
                            "begins with " + bundle.symbolicName());
                    assertThat(bundle.path().resolve("src").resolve(name.replace('.', '/'))).isDirectory();
                }));
    }

    @Test
    void packages_are_named_after_what_they_hold() {
        var names = Repository.bundles().stream().flatMap(bundle -> bundle.sources().stream()
                .map(source -> bundle.path().resolve("src").relativize(source).getParent())).distinct();

        assertThat(names).allSatisfy(name -> assertThat((Iterable<Path>) name)
                .noneMatch(part -> FORBIDDEN_PACKAGE_NAMES.contains(part.toString())));
    }

    @Test
    void declarations_and_texts_are_in_the_built_bundle() {
        assertThat(Repository.bundles()).allSatisfy(bundle -> {
            String included = "," + buildProperties(bundle).getProperty("bin.includes", "").replace(" ", "") + ",";
            Stream.of("plugin.xml", "plugin.properties", "plugin_zh.properties")
                    .filter(file -> Files.exists(bundle.path().resolve(file)))
                    .forEach(file -> assertThat(included).as(bundle.name() + "/build.properties bin.includes")
                            .containsAnyOf("," + file + ",",
                                    "," + file.replaceFirst("(_zh)?\\.properties", "*.properties") + ","));
        });
    }

    private static boolean hasComponents(BundleFolder bundle) {
        return bundle.sources().stream().map(Repository::text).anyMatch(text -> text.contains("\n@Component"));
    }

    private static Properties buildProperties(BundleFolder bundle) {
        return PropertyFiles.read(bundle.path().resolve("build.properties"));
    }
}
