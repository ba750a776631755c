/**
 * Baselines: a file becomes lines, lines become a plan, and a plan without errors becomes changes in one transaction.
 * Everything that is wrong is found in one go and named by its cell. The columns {@code bmc_address} and
 * {@code bmc_port} are checked and not kept: a BMC is recorded when discovery has opened it with a login.
 */
package org.dcos.server.cmdb.baseline;
