/** Answers requests with the services of a server-core: authentication, roles, errors. */
package org.dcos.wire.router;
