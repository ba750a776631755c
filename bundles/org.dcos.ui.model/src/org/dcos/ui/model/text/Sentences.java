package org.dcos.ui.model.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.dcos.ui.model.text.Fit.Look;
import org.dcos.ui.model.text.Fit.Stop;
import org.dcos.ui.model.text.Template.Steps;

/**
 * Says in the reader's language what the server-core says in English sentences, which keep their English in the API.
 * A catalogue has them as they stand in the sources, with placeholders; what is filled in is translated in turn where
 * it is a sentence, a part of one, or a word such as a kind or a field, and left as it is otherwise and in quotes.
 * A sentence that is not in the catalogue stays English.
 * <p>
 * Of several templates that fit, the one with the most letters is taken. A template is looked up by its first or last
 * word, and looking ends after a bounded number of steps, so that neither thousands of findings nor one hostile name
 * hold the reader up.
 */
public final class Sentences {

    private static final int LONGEST = 10_000;
    private static final int MOST_STEPS = 10_000;
    private static final int DEEPEST = 4;
    /** Sentences of the server-core that are one template. */
    private static final int MOST_TOGETHER = 6;
    private static final Pattern END = Pattern.compile("[.?!](?= +[^ ])");
    private static final Map<String, String> JOINTS = Map.of("; ", "；", ", ", "、", " or ", "或");
    private static final Comparator<Template> MOST_LETTERS = Comparator.comparing(Template::weight).reversed();

    private final Texts texts;
    private final Optional<Terms> known;
    private final Map<String, List<Template>> byFirst = new HashMap<>();
    private final Map<String, List<Template>> byLast = new HashMap<>();
    private final List<Template> others = new ArrayList<>();

    /** A stretch of text in the reader's language, and how many of its sentences are not. */
    private record Said(String text, int unknown) {}

    Sentences(Texts texts) {
        this(texts, Catalogue.read("sentences", texts.locale()));
    }

    Sentences(Texts texts, Map<String, String> catalogue) {
        this.texts = texts;
        known = catalogue.isEmpty() ? Optional.empty() : Optional.of(new Terms(texts));
        known.ifPresent(terms -> catalogue.forEach((english, translated) -> {
            var template = new Template(english, translated);
            if (template.isFixed()) {
                terms.put(template.first(), template.translated(List.of(), word -> word).orElse(translated));
            } else {
                index(template);
            }
        }));
    }

    /** As far as it is known in the reader's language, else as it is. */
    public String of(String english) {
        return said(english).text();
    }

    /** In the reader's language; empty unless all of it is known. */
    public Optional<String> find(String english) {
        return Optional.of(said(english)).filter(said -> said.unknown() == 0).map(Said::text);
    }

    /** The title of a field by its path, with what stands before it: {@code server web-1: mounting.lowestUnit}. */
    public String field(String path) {
        int colon = path.lastIndexOf(": ");
        String before = colon < 0 ? "" : of(path.substring(0, colon)) + "：";
        String last = path.substring(colon < 0 ? 0 : colon + 2);
        String plain = last.replaceFirst("^(?:(?:edits|targets)\\[\\d+\\]\\.)?(?:item\\.)?", "");
        return before + texts.find("field." + plain).orElseGet(() -> of(last));
    }

    private Said said(String english) {
        return known.filter(_ -> english.strip().indexOf(' ') > 0 && english.length() <= LONGEST)
                .map(terms -> new Saying(terms).said(english, 0)).orElseGet(() -> new Said(english, 1));
    }

    private void index(Template template) {
        String first = firstWord(template.first());
        String last = lastWord(template.last());
        if (!first.isEmpty()) {
            byFirst.computeIfAbsent(first, _ -> new ArrayList<>()).add(template);
        } else if (!last.isEmpty()) {
            byLast.computeIfAbsent(last, _ -> new ArrayList<>()).add(template);
        } else {
            others.add(template);
        }
    }

    /** With a space before, if one is there; empty when no word ends. */
    private static String firstWord(String text) {
        int space = text.indexOf(' ', 1);
        return space < 0 ? "" : text.substring(0, space);
    }

    private static String lastWord(String text) {
        int space = text.lastIndexOf(' ', text.length() - 2);
        return space < 0 ? "" : text.substring(space + 1);
    }

    /** Those that begin and end as the text does, the one with the most letters first. */
    private List<Template> candidates(String text) {
        var found = new ArrayList<Template>();
        add(text, byFirst.getOrDefault(firstWord(text), List.of()), found);
        add(text, byLast.getOrDefault(lastWord(text), List.of()), found);
        add(text, others, found);
        found.sort(MOST_LETTERS);
        return found;
    }

    private static void add(String text, List<Template> templates, List<Template> found) {
        for (Template template : templates) {
            if (text.startsWith(template.first()) && text.endsWith(template.last())) {
                found.add(template);
            }
        }
    }

    /** The work on one text, with the steps that are left for it. */
    private final class Saying {

        private final Terms terms;
        private final Steps steps = new Steps(MOST_STEPS);

        Saying(Terms terms) {
            this.terms = terms;
        }

        /** Parts the text into sentences so that as few as can be stay unknown. */
        Said said(String text, int depth) {
            var starts = new ArrayList<Integer>(List.of(0));
            var ends = new ArrayList<Integer>();
            for (var found = END.matcher(text); found.find();) {
                int start = found.end();
                ends.add(start);
                while (text.charAt(start) == ' ') {
                    start++;
                }
                starts.add(start);
            }
            ends.add(text.length());
            var best = new Said[starts.size() + 1];
            best[starts.size()] = new Said("", 0);
            for (int i = starts.size() - 1; i >= 0; i--) {
                best[i] = joined(text.substring(starts.get(i), ends.get(i)), 1, best[i + 1]);
                for (int j = i; j < Math.min(starts.size(), i + MOST_TOGETHER) && best[i].unknown() > 0; j++) {
                    if (best[j + 1].unknown() < best[i].unknown()) {
                        var told = phrase(text.substring(starts.get(i), ends.get(j)), depth);
                        best[i] = told.isPresent() ? joined(told.get(), 0, best[j + 1]) : best[i];
                    }
                }
            }
            var all = best[0];
            return all.unknown() < starts.size() ? all : afterColon(text, depth).orElse(all);
        }

        private static Said joined(String text, int unknown, Said rest) {
            boolean close = rest.text().isEmpty() || unknown == 0 && !Character.isLetterOrDigit(
                    text.charAt(text.length() - 1));
            return new Said(text + (close ? "" : " ") + rest.text(), unknown + rest.unknown());
        }

        /** One sentence or a part of one. */
        private Optional<String> phrase(String text, int depth) {
            var term = terms.find(text);
            if (term.isPresent() || depth > DEEPEST || text.indexOf(' ') < 0 || !steps.take()) {
                return term;
            }
            var fits = fits(text);
            var parts = depth == 0 ? Optional.<String>empty() : list(text, ", ", true, depth);
            return parts.or(() -> said(fits, Look.PLAIN, depth)).or(() -> list(text, "; ", true, depth))
                    .or(() -> said(fits, Look.OF_LISTS, depth))
                    .or(() -> said(fits, Look.OF_SENTENCES, depth)).or(() -> said(fits, Look.OF_QUOTES, depth))
                    .or(() -> list(text, "; ", false, depth)).or(() -> list(text, ", ", false, depth))
                    .or(() -> list(text, " or ", true, depth)).or(() -> terms.thing(text))
                    .or(() -> terms.counted(text));
        }

        /** Templates that fit the text as it is, then those that do with its full stop taken or one put. */
        private List<Fit> fits(String text) {
            var fits = new ArrayList<Fit>();
            add(text, Stop.AS_IT_IS, fits);
            if (text.endsWith(".")) {
                add(text.substring(0, text.length() - 1), Stop.TAKEN, fits);
            } else {
                add(text + ".", Stop.PUT, fits);
            }
            return fits;
        }

        private void add(String text, Stop stop, List<Fit> fits) {
            terms.find(text).ifPresent(term -> fits.add(new Fit(new Template(text, term), List.of(), stop)));
            candidates(text).forEach(template -> template.filled(text, steps)
                    .map(filled -> new Fit(template, filled, stop)).filter(Fit::isPossible).ifPresent(fits::add));
        }

        private Optional<String> said(List<Fit> fits, Look look, int depth) {
            return said(fits, fit -> fit.look() == look, depth);
        }

        /** By the first of those wanted that is confirmed; whole sentences that are filled in have to be known. */
        private Optional<String> said(List<Fit> fits, Predicate<Fit> wanted, int depth) {
            for (Fit fit : fits) {
                if (wanted.test(fit) && fit.filled().stream().filter(END.asPredicate())
                        .allMatch(value -> said(value, depth + 1).unknown() == 0)) {
                    var said = fit.template().translated(parted(fit, depth), value -> value(value, depth));
                    if (said.isPresent()) {
                        return said.map(fit.stop()::undone);
                    }
                }
            }
            return Optional.empty();
        }

        private String value(String value, int depth) {
            if (value.indexOf(' ') < 0 || value.isBlank() || depth >= DEEPEST) {
                return terms.of(value);
            }
            return tail(value, depth).orElseGet(() -> said(value, depth + 1).text());
        }

        /** What two placeholders side by side hold is parted before what is known as a part of a sentence. */
        private List<String> parted(Fit fit, int depth) {
            var parted = new ArrayList<>(fit.filled());
            for (int i = 0; i < parted.size(); i++) {
                if (fit.template().isJoined(i)) {
                    String both = parted.get(i) + parted.get(i + 1);
                    int at = joint(both, depth);
                    parted.set(i, both.substring(0, at));
                    parted.set(i + 1, both.substring(at));
                }
            }
            return parted;
        }

        private int joint(String text, int depth) {
            for (int at = 0; at < text.length(); at++) {
                if (" ,;(".indexOf(text.charAt(at)) >= 0 && steps.take() && isPart(text.substring(at), depth)) {
                    return at;
                }
            }
            return text.length();
        }

        private boolean isPart(String text, int depth) {
            return terms.has(text) || said(fits(text), Fit::isPart, depth + 1).isPresent()
                    || tail(text, depth).isPresent();
        }

        /** {@code ; a; b}: what is put behind a semicolon. */
        private Optional<String> tail(String text, int depth) {
            return !text.startsWith("; ") ? Optional.empty()
                    : said(fits(text), Fit::isPart, depth + 1).or(() -> list(text.substring(2), "; ", true, depth + 1)
                            .or(() -> part(text.substring(2), depth)).map(said -> "；" + said));
        }

        private Optional<String> part(String text, int depth) {
            return phrase(text, depth + 1).or(() -> afterColon(text, depth).map(Said::text));
        }

        /** @param all whether each of them has to be known, or some */
        private Optional<String> list(String text, String joint, boolean all, int depth) {
            if (!text.contains(joint) || depth >= DEEPEST || !steps.take()) {
                return Optional.empty();
            }
            var parts = List.of(text.split(Pattern.quote(joint)));
            var said = new ArrayList<String>();
            int found = 0;
            for (String part : parts) {
                var one = part(part, depth);
                found += one.isPresent() ? 1 : 0;
                said.add(one.orElse(part));
            }
            return found > 0 && (!all || found == parts.size())
                    ? Optional.of(String.join(JOINTS.getOrDefault(joint, joint), said))
                    : Optional.empty();
        }

        /** {@code web-1: new rack R1}: a name and what is said of it, some of it at least. */
        private Optional<Said> afterColon(String text, int depth) {
            int colon = text.indexOf(": ");
            if (colon <= 0 || depth >= DEEPEST || !steps.take()) {
                return Optional.empty();
            }
            String all = text.substring(colon + 2);
            var rest = said(all, depth + 1);
            return rest.text().equals(all) ? Optional.empty()
                    : Optional.of(new Said(
                            terms.of(text.substring(0, colon)) + "：" + rest.text(), rest.unknown()));
        }
    }
}
