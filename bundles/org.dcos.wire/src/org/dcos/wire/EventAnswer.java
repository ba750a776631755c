package org.dcos.wire;

import java.util.Optional;

/**
 * What came of asking for the stream of events.
 *
 * @param head   status and headers; the whole answer when refused
 * @param frames what is to come, empty when refused; who receives it closes it
 */
public record EventAnswer(WireResponse head, Optional<EventFrames> frames) {

    public static EventAnswer refused(WireResponse answer) {
        return new EventAnswer(answer, Optional.empty());
    }
}
