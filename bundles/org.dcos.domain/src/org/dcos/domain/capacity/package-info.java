/** How much room there is: units, power, weight and ports of racks. */
package org.dcos.domain.capacity;
