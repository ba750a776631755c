package org.dcos.wire;

import java.util.List;
import java.util.Map;

import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Denied;
import org.dcos.domain.problem.Denied.Reason;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.problem.Unavailable;

/**
 * An error as RFC 9457 §3 has it, {@code application/problem+json}.
 *
 * @param type       {@code urn:dcos:problem:} and a word, for programs
 * @param title      the same for every problem of the type
 * @param status     the answer's status
 * @param detail     what happened, where, and what to do
 * @param instance   path of the request
 * @param violations broken rules by field; empty but for invalid requests
 */
public record ProblemDetails(String type, String title, int status, String detail, String instance,
        List<Invalid.Violation> violations) {

    /** What all types begin with. */
    public static final String URN = "urn:dcos:problem:";

    /** The kinds of problem the API knows. */
    public enum Kind {
        MALFORMED("Malformed request", 400),
        OTHER_VERSION("Other version of the API", 400),
        NOT_AUTHENTICATED("Not authenticated", 401),
        NOT_ALLOWED("Not allowed", 403),
        NOT_FOUND("Not found", 404),
        WRONG_METHOD("Method not allowed", 405),
        CONFLICT("Conflict", 409),
        TOO_LARGE("Body too large", 413),
        UNSUPPORTED_MEDIA_TYPE("Unsupported media type", 415),
        INVALID("Invalid request", 422),
        TOO_MANY_ATTEMPTS("Too many failed sign-ins", 429),
        UNEXPECTED("Unexpected error", 500),
        UNAVAILABLE("Not available now", 503);

        private final String title;
        private final int status;

        Kind(String title, int status) {
            this.title = title;
            this.status = status;
        }

        public int status() {
            return status;
        }

        public String type() {
            return URN + Names.kebab(name().replace('_', '-'));
        }
    }

    public ProblemDetails {
        violations = List.copyOf(violations);
    }

    public static ProblemDetails of(Kind kind, String detail, String instance) {
        return new ProblemDetails(kind.type(), kind.title, kind.status, detail, instance, List.of());
    }

    /** What a service of the domain refused. */
    public static ProblemDetails of(Problem problem, String instance) {
        Kind kind = switch (problem) {
            case NotFound _ -> Kind.NOT_FOUND;
            case Invalid _ -> Kind.INVALID;
            case Conflict _ -> Kind.CONFLICT;
            case Denied denied when denied.reason() == Reason.NOT_AUTHENTICATED -> Kind.NOT_AUTHENTICATED;
            case Denied _ -> Kind.NOT_ALLOWED;
            case Unavailable _ -> Kind.UNAVAILABLE;
        };
        return of(kind, problem, instance);
    }

    /** A request that could not even be read. */
    public static ProblemDetails malformed(Invalid invalid, String instance) {
        return of(Kind.MALFORMED, invalid, instance);
    }

    private static ProblemDetails of(Kind kind, Problem problem, String instance) {
        List<Invalid.Violation> violations = problem instanceof Invalid invalid ? invalid.violations() : List.of();
        return new ProblemDetails(kind.type(), kind.title, kind.status, problem.getMessage(), instance, violations);
    }

    /** The answer that carries this. */
    public WireResponse response() {
        return new WireResponse(status, Map.of("Content-Type", WireResponse.PROBLEM_JSON), Json.write(this));
    }

    /** Back to what the service threw, on the caller's side. */
    public Problem toProblem() {
        return switch (status) {
            case 400, 413, 415, 422 -> violations.isEmpty() ? Invalid.field("", detail) : new Invalid(violations);
            case 401 -> new Denied(Reason.NOT_AUTHENTICATED, detail);
            case 403 -> new Denied(Reason.NOT_ALLOWED, detail);
            case 404 -> new NotFound(detail);
            case 409 -> new Conflict(detail);
            default -> new Unavailable(detail);
        };
    }
}
