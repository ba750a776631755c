/** The face of the server-core: gathers its services, lets callers in, starts and stops it. */
package org.dcos.server.gateway;
