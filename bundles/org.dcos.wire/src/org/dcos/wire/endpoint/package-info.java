/** The resources of the API, each defined once for router, client and description. */
package org.dcos.wire.endpoint;
