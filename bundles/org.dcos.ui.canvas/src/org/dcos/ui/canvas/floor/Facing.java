package org.dcos.ui.canvas.floor;

/** Where the fronts of a row look, on the plan. */
public enum Facing {
    UP, DOWN
}
