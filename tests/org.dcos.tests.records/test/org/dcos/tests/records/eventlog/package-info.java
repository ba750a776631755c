/** Event logs of BMCs, from a BMC over a real wire into a store on a real disk. */
package org.dcos.tests.records.eventlog;
