package org.dcos.domain.bmc;

import org.dcos.domain.Secret;

/** All that is needed to talk to a BMC. Its secret does not show. */
public record BmcEndpoint(String address, int port, String user, Secret password) {}
