/** Events as a stream of server-sent events (WHATWG HTML §9.2), both ends. */
package org.dcos.wire.event;
