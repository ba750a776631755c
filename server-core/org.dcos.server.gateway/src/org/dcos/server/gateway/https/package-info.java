/** The port: HTTPS in front of the router. */
package org.dcos.server.gateway.https;
