/** JPA entities and migrations. */
package org.dcos.server.store;
