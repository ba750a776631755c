/** Machines on their way to other places, and the steps of each. */
package org.dcos.ui.parts.relocation;
