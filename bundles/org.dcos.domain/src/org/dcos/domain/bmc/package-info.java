/** Baseboard management controllers: where they are, how one gets in, what they are. */
package org.dcos.domain.bmc;
