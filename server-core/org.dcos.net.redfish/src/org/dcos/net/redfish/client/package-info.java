/** Conversations with Redfish services (DMTF DSP0266): HTTPS with pinned certificates, sessions, ETags, tasks. */
package org.dcos.net.redfish.client;
