/** The networks and their addresses: tree, map, table, and the dialogs that change them. */
package org.dcos.ui.parts.address;
