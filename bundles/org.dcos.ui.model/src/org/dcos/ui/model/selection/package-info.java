/** What is chosen; every view follows it. */
package org.dcos.ui.model.selection;
