/** Serial consoles of servers through their BMCs: watched by several, written to by one. */
package org.dcos.domain.serial;
