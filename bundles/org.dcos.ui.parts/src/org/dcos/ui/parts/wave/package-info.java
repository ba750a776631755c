/** Orders to many servers in waves: the dialog with the plan, and the view with how they go. */
package org.dcos.ui.parts.wave;
