package org.dcos.domain.bmc;

import java.io.IOException;
import java.util.Optional;

/** A conversation with a BMC did not succeed, which is expected: controllers reboot, cables get pulled. */
public final class BmcFailure extends IOException {

    private static final long serialVersionUID = 1L;

    /** What an operator would do differently about it. */
    public enum Kind {
        /** No answer at all within the tries. */
        SILENT,
        /** The user name or password is refused. */
        WRONG_CREDENTIAL,
        /** It answered with a completion code other than 00h. */
        REFUSED,
        /** No cipher suite in common that is safe: suites 3 and 17. */
        NO_SAFE_SUITE,
        /** What it sent breaks the protocol. */
        GARBAGE
    }

    private final Kind kind;
    private final transient Optional<BmcTrouble> trouble;

    /** One that has a sentence only. */
    public BmcFailure(Kind kind, String message, Throwable cause) {
        this(kind, message, Optional.empty(), cause);
    }

    public BmcFailure(Kind kind, String message, BmcTrouble trouble, Throwable cause) {
        this(kind, message, Optional.of(trouble), cause);
    }

    private BmcFailure(Kind kind, String message, Optional<BmcTrouble> trouble, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.trouble = trouble;
    }

    public Kind kind() {
        return kind;
    }

    /** What the message says, in parts. */
    public Optional<BmcTrouble> trouble() {
        return trouble;
    }
}
