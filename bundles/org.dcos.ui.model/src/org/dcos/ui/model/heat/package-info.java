/** Every server of an estate with what it is coloured by. */
package org.dcos.ui.model.heat;
