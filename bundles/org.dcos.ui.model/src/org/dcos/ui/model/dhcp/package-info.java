/** What the view of DHCP shows: interfaces, served networks, leases. */
package org.dcos.ui.model.dhcp;
