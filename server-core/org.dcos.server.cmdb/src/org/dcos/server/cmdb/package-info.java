/** The configuration database: records and relations of the hardware. */
package org.dcos.server.cmdb;
