/** Who has which address until when. */
package org.dcos.net.dhcp.lease;
