/** Bringing the purchase and placement list into the CMDB. */
package org.dcos.domain.baseline;
