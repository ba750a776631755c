/** Long work: its rows, and who runs it. */
package org.dcos.server.store.operation;
