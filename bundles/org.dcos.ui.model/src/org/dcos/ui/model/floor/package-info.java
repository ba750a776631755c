/** A room from above: where its racks stand, how they are and how full. */
package org.dcos.ui.model.floor;
