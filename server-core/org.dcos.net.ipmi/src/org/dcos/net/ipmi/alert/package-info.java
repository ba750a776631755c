/** Where platform events go: event filtering, alert policies and LAN destinations (IPMI v2.0 r1.1 §17, §23, §30). */
package org.dcos.net.ipmi.alert;
