/** The simulated controllers' other face: Redfish services after DMTF's published schemas (DSP8010), over HTTPS. */
package org.dcos.lab.redfish;
