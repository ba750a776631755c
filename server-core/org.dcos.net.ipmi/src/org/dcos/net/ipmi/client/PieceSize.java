package org.dcos.net.ipmi.client;

import org.dcos.net.ipmi.wire.CompletionCode;

/**
 * How many bytes a BMC returns at once: starts large and halves whenever the BMC says that it was too much. Message
 * buffers differ from 32 bytes up (IPMI v2.0 r1.1 §33.12: "the Requester must be prepared to do partial reads").
 */
final class PieceSize {

    private static final int FIRST = 64;
    private static final int LEAST = 8;

    private int bytes = FIRST;

    int bytes() {
        return bytes;
    }

    /** True when a smaller piece is worth a try after this refusal. */
    boolean shrinkAfter(BmcRefused refusal) {
        boolean tooMuch = switch (refusal.completionCode()) {
            case CompletionCode.TOO_MANY_BYTES_REQUESTED, CompletionCode.REQUEST_LENGTH_EXCEEDED,
                    CompletionCode.REQUEST_LENGTH_INVALID, CompletionCode.PARAMETER_OUT_OF_RANGE,
                    CompletionCode.UNSPECIFIED, CompletionCode.NO_RESPONSE_AVAILABLE,
                    CompletionCode.INVALID_DATA_FIELD -> true;
            default -> false;
        };
        if (!tooMuch || bytes <= LEAST) {
            return false;
        }
        bytes /= 2;
        return true;
    }
}
