/** The records of the CMDB as documents, with their history. */
package org.dcos.server.store.cmdb;
