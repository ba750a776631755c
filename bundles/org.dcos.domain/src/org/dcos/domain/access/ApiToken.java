package org.dcos.domain.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A key that opens the API. The token text itself is shown once, when issued; kept is only its SHA-256.
 *
 * @param name what it is for, e.g. {@code console of li.wei}
 */
public record ApiToken(UUID id, String name, Role role, Instant created, Optional<Instant> expires) {}
