/** Typed requests and responses of the IPMI commands in use, decoded and encoded at both ends. */
package org.dcos.net.ipmi.command;
