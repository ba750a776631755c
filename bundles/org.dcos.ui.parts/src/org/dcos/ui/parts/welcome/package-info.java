/** The first page. */
package org.dcos.ui.parts.welcome;
