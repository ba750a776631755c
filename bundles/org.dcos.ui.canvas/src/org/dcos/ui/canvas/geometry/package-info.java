/** Boxes and scales: plain arithmetic that layouts share. */
package org.dcos.ui.canvas.geometry;
