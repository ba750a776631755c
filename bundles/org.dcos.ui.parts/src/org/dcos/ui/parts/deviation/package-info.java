/** The audit board: records against reality, and the decisions on what differs. */
package org.dcos.ui.parts.deviation;
