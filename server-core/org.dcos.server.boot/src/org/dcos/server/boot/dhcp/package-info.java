/** DHCP as a service: what the settings and the records say is served, and told of. */
package org.dcos.server.boot.dhcp;
