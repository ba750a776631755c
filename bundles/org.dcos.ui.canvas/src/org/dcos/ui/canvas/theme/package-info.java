/**
 * How everything looks, in one place: {@link org.dcos.ui.canvas.theme.Token} names a colour,
 * {@link org.dcos.ui.canvas.theme.Theme} gives it a value for light and for dark, {@link org.dcos.ui.canvas.theme.Ink}
 * turns it into SWT colours and fonts, {@link org.dcos.ui.canvas.theme.ThemeCss} into the workbench's style sheet.
 */
package org.dcos.ui.canvas.theme;
