/** Units, power, weight and ports of racks, counted from the records. */
package org.dcos.server.cmdb.capacity;
