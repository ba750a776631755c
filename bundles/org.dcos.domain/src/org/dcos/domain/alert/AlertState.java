package org.dcos.domain.alert;

/** PENDING while the hold time runs; ACKNOWLEDGED is firing with somebody on it. */
public enum AlertState {
    PENDING, FIRING, ACKNOWLEDGED, RESOLVED;

    public boolean open() {
        return this == FIRING || this == ACKNOWLEDGED;
    }
}
