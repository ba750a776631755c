/** How full racks, rows and rooms are: units, power, weight, ports. */
package org.dcos.ui.model.capacity;
