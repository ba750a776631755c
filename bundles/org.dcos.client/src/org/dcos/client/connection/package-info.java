/** A connection that keeps itself: events, drops, tries again. */
package org.dcos.client.connection;
