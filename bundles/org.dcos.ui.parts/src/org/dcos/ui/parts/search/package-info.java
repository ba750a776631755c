/** The finder, and the way to what it found. */
package org.dcos.ui.parts.search;
