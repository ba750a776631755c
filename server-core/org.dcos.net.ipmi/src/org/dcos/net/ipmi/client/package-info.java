/** The console's end: sessions with many management controllers over few sockets, and readers of whole inventories. */
package org.dcos.net.ipmi.client;
