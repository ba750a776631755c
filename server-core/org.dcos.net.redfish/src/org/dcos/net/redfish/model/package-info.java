/** The resources of Redfish that are of use here, each with the fields that are of use (DMTF DSP2046). */
package org.dcos.net.redfish.model;
