package org.dcos.ui.model.bringup;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.dcos.domain.bmc.BmcIdentity;
import org.dcos.domain.bringup.Arrival;
import org.dcos.domain.bringup.Arrival.Trouble;
import org.dcos.domain.bringup.Stage;
import org.dcos.ui.model.text.Ages;
import org.dcos.ui.model.text.Texts;

/** An arrival in the reader's language. */
public final class ArrivalWords {

    private final Texts texts;
    private final Ages ages;

    public ArrivalWords(Texts texts) {
        this.texts = texts;
        this.ages = new Ages(texts);
    }

    /** By what a person in front of it can tell it: its serial number, else its MAC, else its address. */
    public String name(Arrival arrival) {
        return arrival.identity().map(BmcIdentity::serial).filter(serial -> !serial.isBlank())
                .or(() -> Optional.of(arrival.mac()).filter(mac -> !mac.isEmpty())).orElseGet(arrival::address);
    }

    /** How far it is, or what is wrong, in a word or two. */
    public String word(Arrival arrival) {
        return arrival.trouble().map(trouble -> texts.of("bringup.cause", trouble.cause()))
                .orElseGet(() -> word(Way.of(arrival.stage())));
    }

    public String word(Way way) {
        return texts.of("bringup.way", way);
    }

    /** What is wrong. */
    public String sentence(Trouble trouble) {
        return texts.sentences().of(trouble.sentence());
    }

    /** What to do about it. */
    public String cure(Trouble trouble) {
        return texts.sentences().of(trouble.cure());
    }

    /** What was found and done, as the server-core tells it. */
    public String evidence(String english) {
        return texts.sentences().of(english);
    }

    /** What is being done or waited for. */
    public String doing(Arrival arrival) {
        return arrival.current().filter(_ -> arrival.stage() != Stage.AVAILABLE)
                .map(step -> texts.of("bringup.step", step.kind())).orElse("");
    }

    /** When it is tried again by itself; empty when a person has to decide. */
    public String next(Trouble trouble, Instant now) {
        if (trouble.quarantine()) {
            return "";
        }
        return trouble.next().map(at -> at.isAfter(now) ? texts.get("bringup.again.in", ages.of(
                Duration.between(now, at))) : texts.get("bringup.again.soon")).orElseGet(
                        () -> texts.get("bringup.again"));
    }
}
