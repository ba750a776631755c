/** The records and their store in processes of their own, on a real disk and a real wire. */
package org.dcos.tests.records;
