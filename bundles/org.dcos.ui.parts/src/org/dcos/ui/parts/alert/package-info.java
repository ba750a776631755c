/** The list of alerts. */
package org.dcos.ui.parts.alert;
