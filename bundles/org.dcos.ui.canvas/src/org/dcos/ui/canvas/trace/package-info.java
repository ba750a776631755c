/**
 * The way of a cable from end to end: {@link org.dcos.ui.canvas.trace.TracePicture} tells its stations and cables,
 * {@link org.dcos.ui.canvas.trace.TraceLayout} lays them out in lines, {@link org.dcos.ui.canvas.trace.TraceCanvas}
 * shows them.
 */
package org.dcos.ui.canvas.trace;
