package org.dcos.ui.model.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import org.dcos.domain.search.Hit;
import org.dcos.domain.search.Hit.Match;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.search.Findings.Group;
import org.dcos.ui.model.selection.RackSpot;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.model.work.Outcome;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.WritableValue;

/**
 * Finds as one types. Enter goes to the line that is chosen only when the lines are an answer to the text as it stands;
 * a scanner sends Enter sooner, so Enter then waits for that answer and goes to the one thing that is exactly so. Used
 * in the realm.
 */
public final class SearchModel implements AutoCloseable {

    /** So long a text must stand before it is asked for. */
    static final Duration PAUSE = Duration.ofMillis(90);

    private static final int MOST = 60;

    private final EstateModel estates;
    private final Texts texts;
    private final FoundWords words;
    private final List<FoundRow.OfCommand> commands;
    private final Optional<RackSpot> spot;
    private final Consumer<FoundRow> open;
    private final WritableValue<Findings> findings;

    private String text = "";
    private String answered = "";
    private List<Hit> hits = List.of();
    private String problem = "";
    /** Whether Enter waits for the answer. */
    private boolean entered;
    /** Whether the text as it stands has been asked for and was not answered yet. */
    private boolean asking;
    private int asked;

    /**
     * @param commands what can be run at this moment
     * @param spot     where something that is not recorded could be put
     * @param open     goes there, or does it
     */
    public SearchModel(EstateModel estates, Texts texts, List<FoundRow.OfCommand> commands, Optional<RackSpot> spot,
            Consumer<FoundRow> open) {
        this.estates = estates;
        this.texts = texts;
        this.words = new FoundWords(texts);
        this.commands = List.copyOf(commands);
        this.spot = spot;
        this.open = open;
        findings = new WritableValue<>(estates.estate().getRealm(), Findings.NONE, Findings.class);
        publish();
    }

    public IObservableValue<Findings> findings() {
        return findings;
    }

    /** The text as it stands now. */
    public void type(String typed) {
        var next = typed.strip();
        if (next.equals(text)) {
            return;
        }
        text = next;
        entered = false;
        asking = false;
        int mine = ++asked;
        if (text.isEmpty()) {
            answer("", List.of(), "");
            return;
        }
        publish();
        estates.later(PAUSE, () -> {
            if (mine == asked) {
                ask();
            }
        });
    }

    /** @param chosen the line that is chosen, for when the lines answer the text */
    public void enter(Optional<FoundRow> chosen) {
        if (text.equals(answered)) {
            chosen.ifPresent(open);
            return;
        }
        entered = true;
        if (!asking) {
            ask();
        }
    }

    /** Whatever is answered later is dropped. */
    @Override
    public void close() {
        asked++;
        entered = false;
    }

    private void ask() {
        int mine = ++asked;
        asking = true;
        var wanted = text;
        Outcome.of(estates, texts, core -> core.search().find(wanted, MOST), outcome -> {
            if (mine == asked) {
                answer(wanted, outcome.value().orElse(List.of()), outcome.problem());
            }
        });
    }

    private void answer(String to, List<Hit> found, String why) {
        answered = to;
        hits = found;
        problem = why;
        asking = false;
        boolean waited = entered;
        entered = false;
        publish();
        if (waited) {
            meant().ifPresent(open);
        }
    }

    /** What Enter meant when it came before the answer: never one of several, nor one that is merely like it. */
    private Optional<FoundRow> meant() {
        var exact = hits.stream().filter(hit -> hit.match() == Match.EXACT).toList();
        var printed = exact.stream().filter(hit -> hit.field().equals("serial") || hit.field().equals("assetTag"))
                .toList();
        if (exact.size() == 1 || printed.size() == 1) {
            var one = printed.size() == 1 ? printed.getFirst() : exact.getFirst();
            return words.groups(List.of(one)).getFirst().rows().stream().findFirst();
        }
        return hits.isEmpty() && problem.isEmpty() ? matching().stream().findFirst().map(FoundRow.class::cast)
                : Optional.empty();
    }

    private List<FoundRow.OfCommand> matching() {
        var wanted = text.toLowerCase(Locale.ROOT);
        return commands.stream().filter(command -> command.label().toLowerCase(Locale.ROOT).contains(wanted)).toList();
    }

    private void publish() {
        var groups = new ArrayList<Group>();
        boolean current = text.equals(answered);
        if (!text.isEmpty()) {
            groups.addAll(words.groups(hits));
        }
        boolean exact = hits.stream().anyMatch(hit -> hit.match() == Match.EXACT);
        Optional<Group> offers = current && !text.isEmpty() && problem.isEmpty() && !exact
                ? words.offers(text, spot, estates.estate().getValue())
                : Optional.empty();
        offers.ifPresent(groups::add);
        var runnable = matching();
        if (!runnable.isEmpty()) {
            groups.add(new Group(texts.get("search.commands"), List.copyOf(runnable)));
        }
        findings.setValue(new Findings(answered, groups, !current, problem));
    }
}
