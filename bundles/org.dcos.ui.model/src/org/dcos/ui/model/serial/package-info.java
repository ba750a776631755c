/** A serial console as it is watched and written to. */
package org.dcos.ui.model.serial;
