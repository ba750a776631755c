package org.dcos.ui.model.bringup;

/**
 * Something just happened that is worth a sound.
 *
 * @param count counts them
 */
public record Signal(long count, What what) {

    /** What happened. */
    public enum What {
        NOTHING, RED, IN_POOL
    }
}
