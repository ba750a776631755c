/** DHCP for machines that have no address yet: what is served where, who has which address. */
package org.dcos.domain.dhcp;
