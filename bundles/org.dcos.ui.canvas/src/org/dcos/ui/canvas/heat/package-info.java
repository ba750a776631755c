/** Every server of an estate as a cell, coloured by one of its values: {@link org.dcos.ui.canvas.heat.HeatCanvas}. */
package org.dcos.ui.canvas.heat;
