/** Looking for BMCs. */
package org.dcos.ui.parts.discovery;
