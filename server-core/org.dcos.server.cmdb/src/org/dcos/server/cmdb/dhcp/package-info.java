/** What of the records DHCP goes by. */
package org.dcos.server.cmdb.dhcp;
