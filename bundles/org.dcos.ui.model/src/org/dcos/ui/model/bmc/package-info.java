/** The BMC of a server itself: how it is set up, and the parts of its machine. */
package org.dcos.ui.model.bmc;
