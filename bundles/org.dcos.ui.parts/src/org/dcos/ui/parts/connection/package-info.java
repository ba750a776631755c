/** Choosing a server-core. */
package org.dcos.ui.parts.connection;
