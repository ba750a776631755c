/** Machines on their way from the power cord into the pool: the board, what is to be done, how it is set up. */
package org.dcos.ui.model.bringup;
