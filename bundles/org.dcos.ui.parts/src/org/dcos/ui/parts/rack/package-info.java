/** The racks. */
package org.dcos.ui.parts.rack;
