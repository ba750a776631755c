/** Importing baselines. */
package org.dcos.ui.parts.baseline;
