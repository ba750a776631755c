package org.dcos.domain;

/**
 * What a server-core tells about itself to anyone who asks, before authentication.
 *
 * @param product    always {@code DCOS server-core}
 * @param version    version of the software, e.g. {@code 0.1.0}
 * @param apiVersion version of the resources, {@code v1}
 */
public record About(String product, String version, String apiVersion) {}
