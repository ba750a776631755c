/** Views of what hangs on what, and of where cables lead. */
package org.dcos.ui.parts.impact;
