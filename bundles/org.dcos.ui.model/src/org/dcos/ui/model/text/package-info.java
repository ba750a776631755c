/** Operator texts in both languages, and how values and ages are written. */
package org.dcos.ui.model.text;
