/** Reads files of the device-type format, and keeps devices like their types. */
package org.dcos.server.cmdb.devicetype;
