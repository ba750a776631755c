/**
 * One family of icons, 16 px with 1.5 px strokes, written down as strokes in {@link org.dcos.ui.canvas.icon.Icon}:
 * drawn in any token's colour by {@link org.dcos.ui.canvas.icon.IconPainter}, written as SVG by
 * {@link org.dcos.ui.canvas.icon.IconSvg} for plugin.xml.
 */
package org.dcos.ui.canvas.icon;
