/**
 * Machines on their way into the pool, drawn in their racks:
 * {@link org.dcos.ui.canvas.bringup.BoardLayout} says where, {@link org.dcos.ui.canvas.bringup.BoardPainter} draws it.
 */
package org.dcos.ui.canvas.bringup;
