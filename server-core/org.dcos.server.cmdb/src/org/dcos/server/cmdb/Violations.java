package org.dcos.server.cmdb;

import java.util.ArrayList;
import java.util.List;

import org.dcos.domain.problem.Invalid;

/** Gathers broken rules, so that all of them are told at once. */
final class Violations {

    private final List<Invalid.Violation> found = new ArrayList<>();

    void add(String field, String message, Object... values) {
        found.add(new Invalid.Violation(field, values.length == 0 ? message : message.formatted(values)));
    }

    void text(String field, String value, int longest, boolean required) {
        if (required && value.isEmpty()) {
            add(field, "Give a %s.".formatted(field));
        }
        if (value.length() > longest) {
            add(field, "Use at most %d characters; these are %d.", longest, value.length());
        }
    }

    void throwIfAny() throws Invalid {
        if (!found.isEmpty()) {
            throw new Invalid(found);
        }
    }
}
