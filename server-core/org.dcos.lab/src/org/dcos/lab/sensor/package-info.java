/** The sensors of a simulated server: what a real one would measure, and how its controller encodes it. */
package org.dcos.lab.sensor;
