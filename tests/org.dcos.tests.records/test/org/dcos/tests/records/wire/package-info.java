/** What is given out is asked on a real wire before: network namespaces that a veth pair joins. */
package org.dcos.tests.records.wire;
