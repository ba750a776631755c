package org.dcos.ui.canvas.heat;

/** What cells are coloured by. */
public enum HeatBy {
    HEALTH, POWER, INLET, DRAW, AGE
}
