/**
 * Brings servers into the pool: recognition of BMCs that ask for an address, and the steps from the first login to
 * AVAILABLE.
 *
 * <p><b>Every step can be done twice.</b> What is going to be done is kept before it is done
 * ({@link org.dcos.domain.bringup.ArrivalStore.Intent}), what was done is kept after it, and each step looks first at
 * how things are. So a process that is killed anywhere goes on where it was: a new password is in the vault before the
 * BMC has it, an address is the server's in the records before the BMC has it.
 */
package org.dcos.server.oob.bringup;
