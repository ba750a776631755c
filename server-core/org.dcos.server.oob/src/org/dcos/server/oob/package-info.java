/** Out-of-band management of servers through their BMCs. */
package org.dcos.server.oob;
