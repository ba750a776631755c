/**
 * The records as they were: {@link org.dcos.ui.canvas.history.HistorySlider} moves between the changes that
 * {@link org.dcos.ui.canvas.history.HistoryPicture} tells.
 */
package org.dcos.ui.canvas.history;
