/** View-models and operator texts; knows no widget. */
package org.dcos.ui.model;
