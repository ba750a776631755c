package org.dcos.domain.access;

import java.util.UUID;

/** Somebody who signs in with a password. */
public record User(UUID id, String name, Role role) {}
