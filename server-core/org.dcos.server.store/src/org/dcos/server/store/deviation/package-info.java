/** Deviations and audit runs as documents. */
package org.dcos.server.store.deviation;
