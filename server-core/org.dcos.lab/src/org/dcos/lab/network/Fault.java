package org.dcos.lab.network;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be wrong with a controller, as seen from the network. */
public enum Fault {
    /** Nothing. */
    NONE(""),
    /** Never answers, as with a pulled cable. */
    SILENT("silent"),
    /** Answers after one to five seconds. */
    SLOW("slow"),
    /** Its password is not the listed one. */
    WRONG_PASSWORD("wrong-password"),
    /** Answers are random bytes, cut short, or have flipped bits. */
    GARBAGE("garbage"),
    /** Silent for half a minute, then well for half a minute, and so on. */
    FLAPPING("flapping");

    private final String word;

    Fault(String word) {
        this.word = word;
    }

    /** As in bmcs.csv and on the control port; empty when nothing is wrong. */
    public String word() {
        return word;
    }

    public static Optional<Fault> ofWord(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /** All words of faults, for messages. */
    public static String words() {
        return Arrays.stream(values()).map(Fault::word).filter(each -> !each.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
