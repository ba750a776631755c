/** A simulated data centre in one process, on loopback addresses: start it with {@link org.dcos.lab.Lab#start}. */
package org.dcos.lab;
