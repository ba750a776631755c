/** The write-ahead log: what was acknowledged and is not yet in chunks on disk. */
package org.dcos.server.metrics.log;
