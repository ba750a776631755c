/** What stands where in the simulated data centre: places, servers and their makers, from a seed alone. */
package org.dcos.lab.plan;
