/** All that takes bytes from the network, each as one target. */
package org.dcos.tests.fuzz.decoder;
