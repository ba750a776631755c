package org.dcos.ui.canvas.picture;

/** One step of the cursor keys. */
public enum Step {
    UP, DOWN, LEFT, RIGHT, HOME, END
}
