package org.dcos.ui.model.estate;

import java.time.Duration;

/** Runs work after a while, on any thread. An argument, so that tests decide when a while is over. */
@FunctionalInterface
public interface Delay {

    void after(Duration wait, Runnable work);
}
