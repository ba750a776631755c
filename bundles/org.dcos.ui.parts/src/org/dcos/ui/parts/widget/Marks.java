package org.dcos.ui.parts.widget;

import org.dcos.ui.canvas.mark.Mark;

/** From what something is to how that is drawn. */
public final class Marks {

    private Marks() {}

    public static Mark of(org.dcos.ui.model.estate.Mark mark) {
        return switch (mark) {
            case NONE -> Mark.NONE;
            case OFF -> Mark.OFF;
            case WELL -> Mark.OK;
            case STALE -> Mark.STALE;
            case WARNING -> Mark.WARNING;
            case CRITICAL -> Mark.CRITICAL;
        };
    }
}
