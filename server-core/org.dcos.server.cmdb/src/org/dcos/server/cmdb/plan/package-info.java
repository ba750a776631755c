/** The work with recorded networks and addresses: split, merge, give out, take back, quarantine. */
package org.dcos.server.cmdb.plan;
