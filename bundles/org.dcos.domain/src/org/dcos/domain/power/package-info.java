/** Chassis power, boot device and identify LED, of one server and of many in waves. */
package org.dcos.domain.power;
