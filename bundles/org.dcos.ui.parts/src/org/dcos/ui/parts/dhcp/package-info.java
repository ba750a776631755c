/** The view of DHCP. */
package org.dcos.ui.parts.dhcp;
