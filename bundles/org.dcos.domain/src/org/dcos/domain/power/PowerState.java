package org.dcos.domain.power;

/** Chassis power (IPMI v2.0 §28.2). UNKNOWN as long as no BMC has told. */
public enum PowerState { ON, OFF, UNKNOWN }
