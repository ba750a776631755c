/** The system event logs of BMCs: read on again and again, and kept longer than the BMCs have room for. */
package org.dcos.domain.eventlog;
