package org.dcos.tests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** What people read exists in English and in Chinese, with the same blanks to fill in. */
class TextsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+");

    @Test
    void every_catalogue_has_the_same_keys_in_both_languages() {
        assertThat(catalogues()).allSatisfy(english -> {
            Path chinese = chineseOf(english);
            assertThat(chinese).isRegularFile();
            assertThat(keys(PropertyFiles.read(chinese))).as(Repository.name(chinese))
                    .isEqualTo(keys(PropertyFiles.read(english)));
        });
    }

    @Test
    void every_text_has_the_same_placeholders_in_both_languages() {
        assertThat(catalogues()).allSatisfy(english -> {
            Properties texts = PropertyFiles.read(english);
            Properties translated = PropertyFiles.read(chineseOf(english));
            assertThat(keys(texts)).allSatisfy(key -> assertThat(placeholders(translated.getProperty(key, "")))
                    .as("%s, key %s", Repository.name(chineseOf(english)), key)
                    .isEqualTo(placeholders(texts.getProperty(key))));
        });
    }

    @Test
    void no_chinese_catalogue_stands_alone() {
        assertThat(Repository.bundles()).flatExtracting(bundle -> Repository.filesBelow(bundle.path()))
                .filteredOn(file -> file.getFileName().toString().endsWith("_zh.properties"))
                .allSatisfy(file -> assertThat(file.resolveSibling(
                        file.getFileName().toString().replace("_zh.properties", ".properties"))).isRegularFile());
    }

    private static List<Path> catalogues() {
        return Repository.bundles().stream().flatMap(bundle -> Repository.filesBelow(bundle.path()).stream())
                .filter(file -> file.getFileName().toString().matches("(plugin|[mM]essages)\\.properties")).toList();
    }

    private static Path chineseOf(Path english) {
        return english.resolveSibling(english.getFileName().toString().replace(".properties", "_zh.properties"));
    }

    private static TreeSet<String> keys(Properties properties) {
        return new TreeSet<>(properties.stringPropertyNames());
    }

    private static TreeSet<String> placeholders(String text) {
        return new TreeSet<>(PLACEHOLDER.matcher(text).results().map(MatchResult::group).toList());
    }
}
