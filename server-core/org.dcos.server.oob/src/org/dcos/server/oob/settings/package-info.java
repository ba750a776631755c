/** How BMCs themselves are set up: read, kept, changed, and never so that this server-core is locked out. */
package org.dcos.server.oob.settings;
