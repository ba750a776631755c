package org.dcos.tests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class ArrowsTest {

    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?([a-z][\\w.]*?)(?:\\.[A-Z*].*)?;");

    @Test
    void every_bundle_has_a_row_in_the_table_of_allowed_arrows() {
        assertThat(Repository.bundles()).extracting(BundleFolder::name).allMatch(Arrows::knows, "is in the table");
    }

    @Test
    void manifests_follow_allowed_arrows_only() {
        var forbidden = new ArrayList<String>();
        for (BundleFolder bundle : Repository.bundles()) {
            Stream.concat(bundle.importedPackages().stream(), bundle.requiredBundles().stream())
                    .filter(target -> !ownPackage(bundle, target) && !Arrows.allows(bundle.name(), target))
                    .forEach(target -> forbidden.add(bundle.name() + " -> " + target));
        }

        assertThat(forbidden).as("arrows that the table does not allow").isEmpty();
    }

    @Test
    void sources_follow_allowed_arrows_only() {
        var forbidden = new ArrayList<String>();
        for (BundleFolder bundle : Repository.bundles()) {
            for (Path source : bundle.sources()) {
                importsOf(source).stream()
                        .filter(target -> !ownPackage(bundle, target) && !Arrows.allows(bundle.name(), target))
                        .forEach(target -> forbidden.add(Repository.name(source) + " -> " + target));
            }
        }

        assertThat(forbidden).as("imports that the table does not allow").isEmpty();
    }

    @Test
    void only_the_store_knows_persistence() {
        assertThat(Repository.bundles()).filteredOn(bundle -> !bundle.name().equals("server.store"))
                .flatExtracting(BundleFolder::importedPackages)
                .noneMatch(name -> name.startsWith("jakarta.persistence"));
    }

    @Test
    void server_bundles_never_import_each_other() {
        assertThat(Repository.bundles()).filteredOn(bundle -> bundle.name().startsWith("server."))
                .allSatisfy(bundle -> assertThat(bundle.importedPackages()).as(bundle.name())
                        .noneMatch(name -> name.startsWith("org.dcos.server.") && !ownPackage(bundle, name)));
    }

    @Test
    void the_table_forbids_what_it_does_not_list() {
        assertThat(Arrows.allows("server.cmdb", "org.dcos.server.store")).isFalse();
        assertThat(Arrows.allows("ui.model", "org.eclipse.swt.widgets")).isFalse();
        assertThat(Arrows.allows("net.ipmi", "org.dcos.domain.power")).isFalse();
        assertThat(Arrows.allows("net.probe", "org.dcos.domain.cmdb")).isFalse();
        assertThat(Arrows.allows("domain", "com.example")).isFalse();
        assertThat(Arrows.allows("server.oob", "org.dcos.net.ipmi.client")).isTrue();
    }

    @Test
    void the_import_pattern_finds_the_package_of_types_and_static_members() {
        Matcher plain = IMPORT.matcher("import java.util.List;");
        Matcher member = IMPORT.matcher("import static java.util.Map.Entry.comparingByKey;");

        assertThat(plain.find() ? plain.group(1) : "none").isEqualTo("java.util");
        assertThat(member.find() ? member.group(1) : "none").isEqualTo("java.util");
    }

    private static boolean ownPackage(BundleFolder bundle, String target) {
        return target.equals(bundle.symbolicName()) || target.startsWith(bundle.symbolicName() + ".");
    }

    private static List<String> importsOf(Path source) {
        return IMPORT.matcher(Repository.text(source)).results().map(found -> found.group(1)).distinct().toList();
    }
}
