package org.dcos.domain.bmc;

import java.util.UUID;

/** A stored BMC login; the password is kept encrypted and never leaves the server-core. */
public record Credential(UUID id, String name, String user) {}
