/** Finds recorded things by whatever is known of them. */
package org.dcos.server.cmdb.search;
