/** The time-series store. */
package org.dcos.server.metrics;
