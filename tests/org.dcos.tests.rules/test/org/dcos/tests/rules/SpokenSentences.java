package org.dcos.tests.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.dcos.tests.rules.SourceTexts.SourceText;

/**
 * Which texts of the sources an operator may come to read. The house keeps to a form by which they are told from the
 * others: <em>what is said to an operator is a sentence</em>. It has a blank and ends with a full stop, a question
 * mark, or a colon and what is filled in behind it. Keys, SQL, patterns and the messages of programming errors
 * ({@code limit 5 is not between 1 and 4}) do not. What is put into such a sentence has to be worded with it: a text
 * with a blank that is an operand of it, or an argument beside it. Other parts of sentences, such as those that a
 * method answers, may be translated too; no rule can tell them from keys.
 * <p>
 * Sentences that are nevertheless for others stand in {@link #FOR_OTHERS}, by what they are handed to, and in
 * {@link #ELSEWHERE}, by the file.
 */
final class SpokenSentences {

    /**
     * Bundles whose sentences come to a console. Those that speak with devices do not, but for two: the probe says why
     * an address could not be asked, and DHCP why it is not served.
     */
    private static final Pattern SPEAKING = Pattern
            .compile("org\\.dcos\\.(domain|wire|client|server\\..*|net\\.(dhcp|probe))");

    /** Calls and constructors whose sentences no console shows: the log, what stops a program, what is written. */
    private static final Pattern FOR_OTHERS = Pattern.compile("""
            LOG\\..*                              # the log
            |new\\ (IllegalState|UncheckedIO|InterruptedIO|IO|Certificate)Exception # faults, told in the log
            |new\\ (StartFailure|ListenFailure|DamagedChunk)  # stops a server-core that has no console yet
            |Endpoint\\..*|head|OpenApi\\..*      # the description of the API, for programmers
            |.*\\.putObject\\(.*\\)\\.put|operation\\.put  # likewise
            """, Pattern.COMMENTS | Pattern.DOTALL);

    /** Files that speak with others only. */
    private static final Set<String> ELSEWHERE = Set.of("OpenApi.java", "Descriptions.java",
            "PassphraseAtTerminal.java", "ServerOptions.java", "ListenAddress.java", "ServerSentEvent.java",
            "SerialNumbers.java");

    private static final Pattern SENTENCE = Pattern.compile("[\\p{L}\\d'\"%:/].* .*((\\.|\\p{L}\\?)( ?%s)?|: %s)",
            Pattern.DOTALL);
    private static final Pattern WORDS = Pattern.compile(".*\\p{L}.*", Pattern.DOTALL);

    /** Every text of the sources that speak; a translation of any of them is of use. */
    static List<SourceText> all() {
        return SourceTexts.of(Repository.bundles().stream()
                .filter(bundle -> SPEAKING.matcher(bundle.path().getFileName().toString()).matches())
                .flatMap(bundle -> bundle.sources().stream()).toList());
    }

    /** Whether an operator may come to read it, so that it has to be translated. */
    static boolean isSpoken(SourceText text) {
        return !isForOthers(text) && (isSentence(text.text())
                || text.text().contains(" ") && hasWords(text.text()) && text.within().filter(
                        SpokenSentences::isSentence).isPresent());
    }

    private static boolean isForOthers(SourceText text) {
        String file = Path.of(text.place()).getFileName().toString();
        return ELSEWHERE.contains(file.substring(0, file.indexOf(':')))
                || text.around().stream().anyMatch(call -> FOR_OTHERS.matcher(call).matches());
    }

    private static boolean isSentence(String text) {
        return SENTENCE.matcher(text).matches() && hasWords(text);
    }

    /** Whether anything is left to be worded once what is filled in is taken away. */
    private static boolean hasWords(String text) {
        return WORDS.matcher(text.replaceAll("%[-#+ 0,(.\\d$]*[a-zA-Z%]", "")).matches();
    }

    private SpokenSentences() {}
}
