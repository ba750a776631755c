/** What the operator chooses for this console. */
package org.dcos.ui.parts.preferences;
