/** Serial consoles: one line to a BMC, several who watch it, one who writes. */
package org.dcos.server.oob.serial;
