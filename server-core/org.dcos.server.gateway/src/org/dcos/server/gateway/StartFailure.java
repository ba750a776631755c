package org.dcos.server.gateway;

/** The server-core cannot start. The message is one sentence for the operator. */
final class StartFailure extends Exception {

    private static final long serialVersionUID = 1L;

    StartFailure(String message) {
        super(message);
    }
}
