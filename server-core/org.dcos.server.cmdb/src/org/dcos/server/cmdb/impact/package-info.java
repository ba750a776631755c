/** Follows cables, power and dependencies through the records. */
package org.dcos.server.cmdb.impact;
