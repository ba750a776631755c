package org.dcos.wire.router;

import org.dcos.wire.ProblemDetails;
import org.dcos.wire.WireResponse;

/** Carries a refusal up to where it is answered; no stack, for it is no error of the software. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;
    private final transient WireResponse response;

    Refusal(ProblemDetails problem) {
        this(problem.detail(), problem.response());
    }

    Refusal(String message, WireResponse response) {
        super(message, null, false, false);
        this.response = response;
    }

    WireResponse response() {
        return response;
    }
}
