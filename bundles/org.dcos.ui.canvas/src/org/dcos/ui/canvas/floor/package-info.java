/**
 * A room from above: {@link org.dcos.ui.canvas.floor.FloorPicture} says what stands where,
 * {@link org.dcos.ui.canvas.floor.FloorLayout} places it, {@link org.dcos.ui.canvas.floor.FloorCanvas} shows it.
 */
package org.dcos.ui.canvas.floor;
