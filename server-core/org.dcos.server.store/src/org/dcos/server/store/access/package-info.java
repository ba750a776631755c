/** Users and tokens as rows; how passwords and tokens are checked; the first administrator. */
package org.dcos.server.store.access;
