/**
 * Small controls that are drawn where native ones would be grey: {@link org.dcos.ui.canvas.control.Segmented},
 * {@link org.dcos.ui.canvas.control.FlatButton}, {@link org.dcos.ui.canvas.control.SectionTabs},
 * {@link org.dcos.ui.canvas.control.Pill}, {@link org.dcos.ui.canvas.control.PanelTitle},
 * {@link org.dcos.ui.canvas.control.FactGrid}, {@link org.dcos.ui.canvas.control.EmptyState},
 * {@link org.dcos.ui.canvas.control.SearchBox}; and two that dress native ones:
 * {@link org.dcos.ui.canvas.control.PanelTabs} and {@link org.dcos.ui.canvas.control.ListDress}. All take the keyboard,
 * tell a screen reader what they are, and follow the theme.
 */
package org.dcos.ui.canvas.control;
