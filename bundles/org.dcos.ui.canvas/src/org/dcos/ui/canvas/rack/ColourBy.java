package org.dcos.ui.canvas.rack;

/** What the faces of devices are coloured by. The marks stay in every mode. */
public enum ColourBy {
    STATE, POWER, AGE, SPACE, TEMPERATURE
}
