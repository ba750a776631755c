/** Who may do what: callers, roles, users and API tokens. */
package org.dcos.domain.access;
