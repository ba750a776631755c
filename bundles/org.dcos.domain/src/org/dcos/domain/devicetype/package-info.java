/** Device types: taken from files of the community's format, and brought to the devices that are of them. */
package org.dcos.domain.devicetype;
