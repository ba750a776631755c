package org.dcos.domain.problem;

import java.util.UUID;

/** The thing that the request names does not exist, or no longer. */
public final class NotFound extends Problem {

    private static final long serialVersionUID = 1L;

    public NotFound(String message) {
        super(message);
    }

    /** @param kind the field's word for the thing, e.g. {@code server} */
    public static NotFound of(String kind, UUID id) {
        return new NotFound("There is no %s with id %s; it may have been deleted meanwhile.".formatted(kind, id));
    }
}
