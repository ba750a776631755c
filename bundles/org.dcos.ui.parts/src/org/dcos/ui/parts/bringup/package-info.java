/** Machines on their way from the power cord into the pool. */
package org.dcos.ui.parts.bringup;
