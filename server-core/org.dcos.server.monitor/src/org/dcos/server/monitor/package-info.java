/** Collection of power states and sensor readings. */
package org.dcos.server.monitor;
