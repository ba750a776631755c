/** How requests travel: within this process, or over HTTPS with a pinned certificate. */
package org.dcos.client.transport;
