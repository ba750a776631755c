/** The stream of events within the server-core. */
package org.dcos.server.store.event;
