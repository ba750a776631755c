/** One simulated management controller: sessions, commands and the state behind them, without sockets. */
package org.dcos.lab.bmc;
