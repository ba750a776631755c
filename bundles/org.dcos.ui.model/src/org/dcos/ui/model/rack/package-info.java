/** The racks of the chosen place, as they are to be drawn. */
package org.dcos.ui.model.rack;
