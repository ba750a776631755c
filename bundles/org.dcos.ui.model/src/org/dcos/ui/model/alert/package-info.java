/** The list of alerts, living as events arrive. */
package org.dcos.ui.model.alert;
