/** Ordering power, boot device and the identify LED. */
package org.dcos.ui.parts.power;
