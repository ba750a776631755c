package org.dcos.net.ipmi.sdr;

/** A record that describes a sensor. */
public sealed interface SensorRecord extends SdrRecord permits FullSensor, CompactSensor {

    SensorCommon common();

    String name();

    /** Raw counts that a reading has to fall below an upper threshold before it counts as not crossed (§35.13.2). */
    int positiveHysteresis();

    int negativeHysteresis();
}
