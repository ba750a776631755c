/** The workbench: life cycle, connections, theme. */
package org.dcos.console;
