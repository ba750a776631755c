/** The navigator. */
package org.dcos.ui.parts.place;
