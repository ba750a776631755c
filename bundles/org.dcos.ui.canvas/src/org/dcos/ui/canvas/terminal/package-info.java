/**
 * A terminal as xterm is one: {@link org.dcos.ui.canvas.terminal.TerminalParser} reads what a machine writes,
 * {@link org.dcos.ui.canvas.terminal.TerminalScreen} holds what is seen, both without a widget.
 */
package org.dcos.ui.canvas.terminal;
