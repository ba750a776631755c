package org.dcos.net.ipmi.sel;

/**
 * An entry of the log in words.
 *
 * @param sensor   its name in the sensor data records, else its number and whose it is; empty for the maker's own
 *                 records
 * @param type     sensor type
 * @param text     what happened
 * @param asserted whether it began, and did not end
 */
public record EventWords(String sensor, String type, String text, boolean asserted, EventSeverity severity) {}
