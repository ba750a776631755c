/** The console's connection to a server-core. */
package org.dcos.domain.connection;
