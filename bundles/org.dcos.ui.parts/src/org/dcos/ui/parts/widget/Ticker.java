package org.dcos.ui.parts.widget;

import java.time.Duration;

import org.eclipse.swt.widgets.Control;

/** Lets time go by in a widget: ages grow, values become stale. */
public final class Ticker {

    private Ticker() {}

    /** Runs the work again and again until the widget is gone. */
    public static void every(Control owner, Duration pause, Runnable work) {
        owner.getDisplay().timerExec((int) pause.toMillis(), () -> {
            if (!owner.isDisposed()) {
                work.run();
                every(owner, pause, work);
            }
        });
    }
}
