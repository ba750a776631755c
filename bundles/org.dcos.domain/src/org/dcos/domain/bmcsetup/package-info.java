/** How BMCs themselves are set up: accounts, network, clock, doors, watchdog, power limit, alerts; and their parts. */
package org.dcos.domain.bmcsetup;
