/** Out-of-band: finding BMCs, matching them to records, ordering power; the driver that speaks IPMI. */
package org.dcos.server.oob;
