package org.dcos.net.redfish.model;

import java.util.Arrays;
import java.util.Optional;

/** What can be done to the power of a system or to a management controller (schema Resource, ResetType). */
public enum ResetType {
    ON("On"),
    FORCE_ON("ForceOn"),
    FORCE_OFF("ForceOff"),
    GRACEFUL_SHUTDOWN("GracefulShutdown"),
    GRACEFUL_RESTART("GracefulRestart"),
    FORCE_RESTART("ForceRestart"),
    POWER_CYCLE("PowerCycle"),
    /** A diagnostic interrupt. */
    NMI("Nmi"),
    PUSH_POWER_BUTTON("PushPowerButton");

    private final String word;

    ResetType(String word) {
        this.word = word;
    }

    /** As in the schema. */
    public String word() {
        return word;
    }

    public static Optional<ResetType> ofWord(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
