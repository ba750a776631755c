/** The control port of a running lab: HTTP on 127.0.0.1, to look at the simulation and to break it. */
package org.dcos.lab.control;
