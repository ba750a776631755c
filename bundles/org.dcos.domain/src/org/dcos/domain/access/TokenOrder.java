package org.dcos.domain.access;

import java.time.Instant;
import java.util.Optional;

/** Asks for a token. @param role at most the caller's own */
public record TokenOrder(String name, Role role, Optional<Instant> expires) {}
