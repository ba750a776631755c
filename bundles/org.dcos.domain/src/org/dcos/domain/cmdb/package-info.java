/** The records of everything physical: places, racks and servers, and their life cycle. */
package org.dcos.domain.cmdb;
