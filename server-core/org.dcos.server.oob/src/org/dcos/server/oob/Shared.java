package org.dcos.server.oob;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One object in place of many that are equal: machines of a kind have the same sensors. What differs from all others,
 * without end, does not fill the memory: beyond the bound it is kept by its user alone. Thread-safe.
 */
final class Shared<T> {

    private final int most;
    private final Map<T, T> known = new ConcurrentHashMap<>();

    /** @param most different objects that are shared; then it begins anew */
    Shared(int most) {
        this.most = most;
    }

    T of(T one) {
        var before = known.putIfAbsent(one, one);
        if (before == null && known.size() > most) {
            known.clear();
        }
        return before == null ? one : before;
    }
}
