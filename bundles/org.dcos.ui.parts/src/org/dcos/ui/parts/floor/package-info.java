/** Rooms from above. */
package org.dcos.ui.parts.floor;
