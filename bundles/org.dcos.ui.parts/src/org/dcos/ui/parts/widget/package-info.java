/** Widgets that several parts are made of. */
package org.dcos.ui.parts.widget;
