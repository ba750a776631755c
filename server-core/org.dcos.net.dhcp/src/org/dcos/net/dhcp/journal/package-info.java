/** Leases on disk: there before the client is told, and still there after a crash. */
package org.dcos.net.dhcp.journal;
