/** The records in memory: all of them, indexed, with the rules that every change has to keep. */
package org.dcos.server.cmdb.live;
