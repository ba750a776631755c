/** Collection of power states and sensors from all matched BMCs. */
package org.dcos.domain.monitor;
