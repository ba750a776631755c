/**
 * From the power cord to the pool: BMCs that ask for an address are recognised, matched, accepted and made available.
 */
package org.dcos.domain.bringup;
