package org.dcos.domain.devicetype;

/** A file of the device-type format. @param name as the user knows it, e.g. {@code Dell/PowerEdge-R640.yaml} */
public record TypeFile(String name, String text) {}
