/** Servers in waves: a block for each wave with a mark for each of its servers. */
package org.dcos.ui.canvas.wave;
