package org.dcos.server.cmdb.live;

import java.util.ArrayList;
import java.util.List;

import org.dcos.domain.problem.Invalid;

/** Gathers broken rules, so that all of them are told at once. */
final class Violations {

    /** As many are told: a file with every row wrong must not fill the memory. */
    private static final int MOST = 1_000;

    private final List<Invalid.Violation> found = new ArrayList<>();
    private String prefix = "";

    /** What the paths of fields begin with from now on. */
    void at(String place) {
        prefix = place;
    }

    void add(String field, String message, Object... values) {
        if (found.size() < MOST) {
            found.add(new Invalid.Violation(prefix + field, values.length == 0 ? message : message.formatted(values)));
        }
    }

    void text(String field, String value, int longest, boolean required) {
        if (required && value.isEmpty()) {
            add(field, "Give a %s.".formatted(field));
        }
        if (value.length() > longest) {
            add(field, "Use at most %d characters; these are %d.", longest, value.length());
        }
    }

    List<Invalid.Violation> list() {
        return List.copyOf(found);
    }

    boolean none() {
        return found.isEmpty();
    }

    void throwIfAny() throws Invalid {
        if (!found.isEmpty()) {
            throw new Invalid(found);
        }
    }
}
