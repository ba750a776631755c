/** Store and records in a process that is killed in the middle of its work, again and again. */
package org.dcos.tests.records.crash;
