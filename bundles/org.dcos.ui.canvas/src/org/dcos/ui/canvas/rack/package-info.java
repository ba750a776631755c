/**
 * Racks side by side. {@link org.dcos.ui.canvas.rack.RackPicture} is what is shown,
 * {@link org.dcos.ui.canvas.rack.RackRowLayout} where (pure arithmetic), {@link org.dcos.ui.canvas.rack.RackPainter}
 * draws it, {@link org.dcos.ui.canvas.rack.RackCanvas} is the widget.
 */
package org.dcos.ui.canvas.rack;
