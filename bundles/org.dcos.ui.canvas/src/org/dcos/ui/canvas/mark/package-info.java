/**
 * State as shape and colour: {@link org.dcos.ui.canvas.mark.Mark} says which,
 * {@link org.dcos.ui.canvas.mark.MarkPainter} draws it, crisp at any scale.
 */
package org.dcos.ui.canvas.mark;
