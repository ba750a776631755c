/** The workbench: its life cycle, its windows, its themes and its connection to a server-core. */
package org.dcos.console;
