/**
 * The audit: how complete a look was as a bar, what differs as tiles with counts, and two values side by side with what
 * differs in them.
 */
package org.dcos.ui.canvas.audit;
