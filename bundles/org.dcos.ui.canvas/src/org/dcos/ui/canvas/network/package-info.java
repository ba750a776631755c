/** Network interfaces as cards. */
package org.dcos.ui.canvas.network;
