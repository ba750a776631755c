package org.dcos.tests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.dcos.tests.rules.PoFile.Entry;
import org.dcos.tests.rules.SourceTexts.SourceText;
import org.junit.jupiter.api.Test;

/** What the server-core says to an operator is said in Chinese too. */
class SentencesTest {

    private static final Path WORDS = Repository.ROOT.resolve("bundles/org.dcos.ui.model/src/org/dcos/ui/model/text");
    private static final Path STATES = Repository.ROOT
            .resolve("server-core/org.dcos.net.ipmi/src/org/dcos/net/ipmi/sdr");
    private static final Pattern PLACEHOLDER = Pattern.compile("%[-#+ 0,(]*[\\d.]*[a-zA-Z]");

    private final PoFile sentences = PoFile.read(WORDS.resolve("sentences_zh.po"));
    private final PoFile states = PoFile.read(WORDS.resolve("states_zh.po"));

    @Test
    void every_sentence_of_the_server_core_has_a_chinese_one() {
        var known = new HashSet<>(sentences.english());

        var missing = SpokenSentences.all().stream().filter(SpokenSentences::isSpoken)
                .filter(text -> !known.contains(text.text()))
                .collect(Collectors.toMap(SourceText::text, this::toAdd, (one, _) -> one)).values();

        assertThat(missing.isEmpty()).as("sentences without Chinese:%s%n", String.join("\n", missing)).isTrue();
    }

    @Test
    void no_chinese_sentence_outlives_its_english_one() {
        var said = SpokenSentences.all().stream().map(SourceText::text).collect(Collectors.toSet());

        var gone = sentences.entries().stream().filter(entry -> !said.contains(entry.english()))
                .map(entry -> "%s:%d: no source says '%s'; change it as the source was, or delete it".formatted(
                        Repository.name(sentences.path()), entry.line(), entry.english()));

        assertThat(gone).isEmpty();
    }

    @Test
    void every_state_of_a_discrete_sensor_has_a_chinese_name_and_no_other_has() {
        var named = Stream.of("generic-states.txt", "specific-states.txt")
                .flatMap(file -> Repository.text(STATES.resolve(file)).lines())
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> Stream.of(line.split("\\|")).skip(1)).filter(state -> !state.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(new TreeSet<>(states.english())).as(Repository.name(states.path())).isEqualTo(named);
    }

    @Test
    void both_languages_fill_in_the_same() {
        assertThat(entries()).allSatisfy(entry -> {
            var filled = PoFile.numbers(entry.translated());
            filled.addAll(entry.without());
            var all = new TreeSet<>(IntStream.rangeClosed(1, placeholders(entry.english())).boxed().toList());
            if (entry.english().endsWith(" ") && all.isEmpty()) {
                all.addAll(filled); // the beginning of a sentence, which may name what is put behind it
            }
            assertThat(filled).as("'%s': name each as %%1$s, or leave it out by a line '#. without %%1$s' before",
                    entry.english()).containsExactlyElementsOf(all);
        });
    }

    @Test
    void every_sentence_is_translated_once() {
        assertThat(sentences.english()).doesNotHaveDuplicates();
        assertThat(states.english()).doesNotHaveDuplicates();
        assertThat(entries()).allSatisfy(entry -> assertThat(entry.translated()).isNotBlank());
    }

    private List<Entry> entries() {
        return Stream.of(sentences, states).flatMap(file -> file.entries().stream()).toList();
    }

    private static int placeholders(String english) {
        return (int) PLACEHOLDER.matcher(english.replace("%%", "")).results().count();
    }

    /** The lines to be added, and where: behind what the same class says already. */
    private String toAdd(SourceText text) {
        String file = Path.of(text.place()).getFileName().toString();
        String heading = "# " + file.substring(0, file.indexOf(".java"));
        var lines = Repository.text(sentences.path()).lines().toList();
        int at = lines.indexOf(heading);
        int behind = at < 0 ? lines.size()
                : at + (int) lines.stream().skip(at + 1L).takeWhile(line -> !line.startsWith("# ")).count();
        return "%n%s%n  add behind line %d of %s, with the Chinese (%%1$s is the first that is filled in):%n%s"
                .formatted(
                        text.place(), behind, Repository.name(sentences.path()),
                        Stream.of(Optional.of("").filter(_ -> at < 0), Optional.of(heading).filter(_ -> at < 0),
                                Optional.of("msgid " + PoFile.quoted(text.text())), Optional.of("msgstr \"\""))
                                .flatMap(Optional::stream).collect(Collectors.joining("\n")));
    }
}
