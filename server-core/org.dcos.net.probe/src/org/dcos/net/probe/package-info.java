/** Does anything use this IPv4 address? Asked by ARP, by ICMP echo, and by TCP connect. */
package org.dcos.net.probe;
