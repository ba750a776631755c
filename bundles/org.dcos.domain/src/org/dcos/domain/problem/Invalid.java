package org.dcos.domain.problem;

import java.util.List;
import java.util.stream.Collectors;

/** The request breaks rules; every broken one is named, not only the first. */
public final class Invalid extends Problem {

    private static final long serialVersionUID = 1L;

    /**
     * One broken rule.
     *
     * @param field   path of the field, e.g. {@code mounting.lowestUnit}; empty when it concerns the whole
     * @param message what is wrong and what would be right
     */
    public record Violation(String field, String message) implements java.io.Serializable {}

    private final List<Violation> violations;

    public Invalid(List<Violation> violations) {
        super(violations.stream().map(Invalid::text).collect(Collectors.joining(" ")));
        this.violations = List.copyOf(violations);
    }

    public static Invalid field(String field, String message) {
        return new Invalid(List.of(new Violation(field, message)));
    }

    public List<Violation> violations() {
        return violations;
    }

    private static String text(Violation violation) {
        return violation.field().isEmpty() ? violation.message() : violation.field() + ": " + violation.message();
    }
}
