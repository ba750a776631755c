/** What a BMC measures. */
package org.dcos.domain.sensor;
