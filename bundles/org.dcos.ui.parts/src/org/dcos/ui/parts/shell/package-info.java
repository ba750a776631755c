/** The bars of the window, the finder, and the look. */
package org.dcos.ui.parts.shell;
