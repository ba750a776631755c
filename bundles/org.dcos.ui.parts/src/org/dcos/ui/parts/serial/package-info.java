/** Serial consoles of servers. */
package org.dcos.ui.parts.serial;
