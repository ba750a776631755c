/** The codec of a chunk: a stretch of one series, packed. */
package org.dcos.server.metrics.chunk;
