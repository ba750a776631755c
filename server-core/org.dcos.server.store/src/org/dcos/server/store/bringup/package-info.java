/** Machines on their way into the pool, as documents. */
package org.dcos.server.store.bringup;
