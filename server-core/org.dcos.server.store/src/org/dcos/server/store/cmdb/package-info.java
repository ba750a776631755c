/** Places and servers as rows; an entity never leaves this package, outside they are the records of the domain. */
package org.dcos.server.store.cmdb;
