/** Sensor data records: decoding, encoding, conversion of readings, and the specification's texts for them. */
package org.dcos.net.ipmi.sdr;
