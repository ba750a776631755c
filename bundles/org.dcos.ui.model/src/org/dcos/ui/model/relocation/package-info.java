/** Machines on their way to other places: what a plan would do and break, and the steps of each. */
package org.dcos.ui.model.relocation;
