/** Plans relocations, does their steps as change sets, and takes them back. */
package org.dcos.server.cmdb.relocation;
