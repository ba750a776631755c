/** Power meter and power limit (Data Center Manageability Interface v1.5). */
package org.dcos.net.ipmi.dcmi;
