package org.dcos.wire.router;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.dcos.domain.Secret;
import org.dcos.domain.access.Caller;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.wire.ProblemDetails;
import org.dcos.wire.ProblemDetails.Kind;
import org.dcos.wire.WireRequest;
import org.dcos.wire.WireResponse;

/**
 * Finds out who sent a request: {@code Authorization: Bearer} with a token, or, where a token is asked for,
 * {@code Basic} with user and password (RFC 6750 §2.1, RFC 7617). Failures are counted by origin: after ten in a
 * minute passwords are not even looked at; a right token always works. The first ten are audited.
 */
final class SignIn {

    /** Passwords checked at the same time; each check takes memory and time by design. */
    private static final int CHECKS = 4;
    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(5);

    private final Authenticator authenticator;
    private final Consumer<AuditEntry> audit;
    private final InstantSource clock;
    private final FailureLimit failures = new FailureLimit();
    private final Semaphore checks = new Semaphore(CHECKS);

    SignIn(Authenticator authenticator, Consumer<AuditEntry> audit, InstantSource clock) {
        this.authenticator = authenticator;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param passwordToo whether user and password do */
    Caller caller(WireRequest request, boolean passwordToo) throws Refusal {
        String header = request.header("Authorization").orElseThrow(() -> unauthenticated(request, passwordToo
                ? "A token (Authorization: Bearer) or user and password (Authorization: Basic) are needed here."
                : "A token is needed: send it as Authorization: Bearer TOKEN."));
        String scheme = header.split(" ", 2)[0];
        String rest = header.substring(scheme.length()).strip();
        if (scheme.equalsIgnoreCase("Bearer")) {
            return byToken(request, rest);
        }
        if (scheme.equalsIgnoreCase("Basic") && passwordToo) {
            return byPassword(request, rest);
        }
        throw unauthenticated(request, scheme.equalsIgnoreCase("Basic")
                ? "User and password are taken at POST /api/v1/tokens only; they get you a token for everything else."
                : "A token is needed: send it as Authorization: Bearer TOKEN.");
    }

    /** Whether the request's token, which was good, still is. */
    boolean stillGood(WireRequest request) {
        try {
            return authenticator
                    .byToken(Secret.of(request.header("Authorization").orElse("").replaceFirst("(?i)^Bearer +", "")),
                            request.origin())
                    .isPresent();
        } catch (RuntimeException _) { // the store is closing: no reason to throw listeners out
            return true;
        }
    }

    private Caller byToken(WireRequest request, String token) throws Refusal {
        Optional<Caller> caller = token.isEmpty() ? Optional.empty()
                : authenticator.byToken(Secret.of(token), request.origin());
        if (caller.isPresent()) {
            return caller.get();
        }
        throw failed(request, "unknown", "The token is not known here, has expired, or was revoked. Get a new one.");
    }

    private Caller byPassword(WireRequest request, String credentials) throws Refusal {
        Duration wait = failures.wait(request.origin(), clock.instant());
        if (wait.isPositive()) {
            throw tooMany(request, wait);
        }
        String[] parts = decoded(request, credentials).split(":", 2);
        if (parts.length < 2) {
            throw unauthenticated(request, "The Authorization header is no USER:PASSWORD in Base64.");
        }
        Optional<Caller> caller = check(request, parts[0], Secret.of(parts[1]));
        if (caller.isPresent()) {
            return caller.get();
        }
        throw failed(request, printable(parts[0]), "User or password is wrong.");
    }

    private Optional<Caller> check(WireRequest request, String user, Secret password) throws Refusal {
        try {
            if (!checks.tryAcquire(LONGEST_QUEUE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Refusal(ProblemDetails.of(Kind.UNAVAILABLE,
                        "Too many are signing in at this moment; try again in some seconds.", request.path()));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Refusal(ProblemDetails.of(Kind.UNAVAILABLE, "The server-core is stopping.", request.path()));
        }
        try {
            return authenticator.byPassword(user, password, request.origin());
        } finally {
            checks.release();
        }
    }

    private static String decoded(WireRequest request, String credentials) throws Refusal {
        try {
            return new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw unauthenticated(request, "The Authorization header is no USER:PASSWORD in Base64.");
        }
    }

    private Refusal failed(WireRequest request, String who, String detail) {
        Instant now = clock.instant();
        Duration wait = failures.wait(request.origin(), now);
        if (wait.isPositive()) {
            return tooMany(request, wait);
        }
        failures.failed(request.origin(), now);
        audit.accept(new AuditEntry(0, now, who, request.origin(), "access.refused", Optional.empty(),
                "Failed sign-in at " + request.method() + " " + printable(request.path()), ""));
        return unauthenticated(request, detail);
    }

    private static Refusal tooMany(WireRequest request, Duration wait) {
        long seconds = Math.max(1, wait.toSeconds());
        var problem = ProblemDetails.of(Kind.TOO_MANY_ATTEMPTS,
                "Too many failed sign-ins from %s; try again in %d s.".formatted(request.origin(), seconds),
                request.path());
        return new Refusal(problem.detail(), problem.response().with("Retry-After", Long.toString(seconds)));
    }

    private static Refusal unauthenticated(WireRequest request, String detail) {
        WireResponse response = ProblemDetails.of(Kind.NOT_AUTHENTICATED, detail, request.path()).response();
        return new Refusal(detail, response.with("WWW-Authenticate", "Bearer realm=\"DCOS\""));
    }

    /** What a stranger sent, made fit for a log line. */
    static String printable(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 100 ? plain.substring(0, 100) + "…" : plain;
    }
}
