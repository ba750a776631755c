package org.dcos.domain.access;

import org.dcos.domain.Secret;

/** A new token with its text, which cannot be read again later. */
public record IssuedToken(ApiToken token, Secret text) {}
