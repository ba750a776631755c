/** The simulated controllers on the loopback network: sockets, few threads, and lines that can be faulty. */
package org.dcos.lab.network;
