/** The console and server protocol: JSON codec, resources, version handshake. */
package org.dcos.wire;
