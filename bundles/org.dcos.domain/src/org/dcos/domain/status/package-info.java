/** How each server is, as far as is known now, and how old that knowledge is. */
package org.dcos.domain.status;
