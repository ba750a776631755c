/** BMCs as rows. */
package org.dcos.server.store.bmc;
