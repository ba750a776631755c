/** All that the console knows of a server-core: one immutable snapshot, kept current by events. */
package org.dcos.ui.model.estate;
