package org.dcos.ui.model;

import java.util.ArrayDeque;
import java.util.Queue;

import org.eclipse.core.databinding.observable.Realm;

/** Always current; what is posted runs when the test says so. */
public final class TestRealm extends Realm {
    private final Queue<Runnable> posted = new ArrayDeque<>();

    @Override
    public boolean isCurrent() {
        return true;
    }

    @Override
    public void asyncExec(Runnable runnable) {
        posted.add(runnable);
    }

    public void runPosted() {
        for (Runnable next; (next = posted.poll()) != null;) {
            next.run();
        }
    }
}
