/** The HTTPS face of the server-core. */
package org.dcos.server.gateway;
