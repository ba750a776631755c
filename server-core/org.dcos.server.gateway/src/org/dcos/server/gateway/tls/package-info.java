/** The certificate by which a server-core is recognised. */
package org.dcos.server.gateway.tls;
