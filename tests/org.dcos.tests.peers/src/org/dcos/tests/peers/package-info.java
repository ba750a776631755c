/** Real peers and files that tests of the whole system meet: BMCs, a server-core of its own, a baseline. */
package org.dcos.tests.peers;
