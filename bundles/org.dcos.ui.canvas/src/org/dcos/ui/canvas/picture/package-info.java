/**
 * What the pictures of the records share: {@link org.dcos.ui.canvas.picture.PictureCanvas} selects, hovers, walks by
 * keys and shows cards; {@link org.dcos.ui.canvas.picture.CameraCanvas} pans and zooms besides;
 * {@link org.dcos.ui.canvas.picture.Hatch} fills areas with patterns that need no colour.
 */
package org.dcos.ui.canvas.picture;
