/**
 * A prefix as a map: addresses run from left to right and from top to bottom, so that every aligned block is one
 * rectangle. {@link org.dcos.ui.canvas.ipmap.IpMapPicture} says what is taken,
 * {@link org.dcos.ui.canvas.ipmap.IpMapLayout} places it, {@link org.dcos.ui.canvas.ipmap.IpMapCanvas} shows it and
 * reports which free block the operator has dragged out.
 */
package org.dcos.ui.canvas.ipmap;
