/** A Redfish service that answers as a test tells it to. */
package org.dcos.net.redfish.peer;
