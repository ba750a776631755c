/**
 * The sensors of a machine as they are now: {@link org.dcos.ui.canvas.sensor.SensorScale} says where a value is between
 * its thresholds, {@link org.dcos.ui.canvas.sensor.SensorLayout} where everything stands,
 * {@link org.dcos.ui.canvas.sensor.SensorBoard} draws it.
 */
package org.dcos.ui.canvas.sensor;
