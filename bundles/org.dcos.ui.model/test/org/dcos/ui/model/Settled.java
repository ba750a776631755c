package org.dcos.ui.model;

import java.util.ArrayDeque;
import java.util.Queue;

import org.dcos.ui.model.estate.EstateModel;

/** An estate whose background, delays and realm go on only when the test says so. */
public final class Settled {

    public final TestRealm realm = new TestRealm();
    public final FakeServerCore server = new FakeServerCore();
    public final Queue<Runnable> background = new ArrayDeque<>();
    private final Queue<Runnable> delayed = new ArrayDeque<>();
    public final EstateModel estates = new EstateModel(realm, background::add, (_, work) -> delayed.add(work));

    public void connect() {
        estates.connect(server);
        settle();
    }

    /** Until nothing is left to do anywhere. */
    public void settle() {
        do {
            realm.runPosted();
            if (!background.isEmpty()) {
                background.remove().run();
            } else if (!delayed.isEmpty()) {
                delayed.remove().run();
            }
            realm.runPosted();
        } while (!background.isEmpty() || !delayed.isEmpty());
    }
}
