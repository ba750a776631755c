/** Compares the records with what sources have seen. */
package org.dcos.server.cmdb.deviation;
