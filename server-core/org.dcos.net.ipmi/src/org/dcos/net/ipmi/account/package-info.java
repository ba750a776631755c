/** Users of a controller, their passwords, and the channels over which they may come (IPMI v2.0 r1.1 §22). */
package org.dcos.net.ipmi.account;
