/** FRU inventory: the common header and the chassis, board and product areas, both ways. */
package org.dcos.net.ipmi.fru;
