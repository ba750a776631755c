/** Chassis power, boot device and identify LED. */
package org.dcos.domain.power;
