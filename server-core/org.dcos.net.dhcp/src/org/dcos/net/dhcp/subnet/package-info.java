/** What a server is told to serve: interfaces, subnets, pools, reservations, options by class of client. */
package org.dcos.net.dhcp.subnet;
