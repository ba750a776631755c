/**
 * Entries of an event log over time: {@link org.dcos.ui.canvas.eventlog.LogPicture} tells them,
 * {@link org.dcos.ui.canvas.eventlog.LogLayout} gathers those that would stand on each other,
 * {@link org.dcos.ui.canvas.eventlog.LogTimeline} zooms and chooses.
 */
package org.dcos.ui.canvas.eventlog;
