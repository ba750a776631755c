/** Every server as a cell, coloured by one of its values. */
package org.dcos.ui.parts.heat;
