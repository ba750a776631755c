/** What a server answers (RFC 2131 §4.3): a state machine that opens no socket and reads no clock. */
package org.dcos.net.dhcp.engine;
