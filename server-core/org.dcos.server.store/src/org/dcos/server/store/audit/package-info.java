/** The audit log as rows that are only ever added. */
package org.dcos.server.store.audit;
