/** Settings of services as rows. */
package org.dcos.server.store.settings;
