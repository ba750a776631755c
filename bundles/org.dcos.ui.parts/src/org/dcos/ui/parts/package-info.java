/** Parts, handlers, dialogs, wizards: widgets and bindings. */
package org.dcos.ui.parts;
