/** Layouts and painters of racks and charts. */
package org.dcos.ui.canvas;
