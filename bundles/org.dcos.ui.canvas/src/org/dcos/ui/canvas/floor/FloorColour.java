package org.dcos.ui.canvas.floor;

/** What the tiles of a floor plan are filled by. The marks stay in every mode. */
public enum FloorColour {
    STATE, FREE_UNITS, POWER, AGE
}
