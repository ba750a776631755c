package org.dcos.wire.router;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

import org.dcos.domain.ServerCore;
import org.dcos.domain.access.Caller;
import org.dcos.domain.access.Role;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Problem;
import org.dcos.wire.EventAnswer;
import org.dcos.wire.ProblemDetails;
import org.dcos.wire.ProblemDetails.Kind;
import org.dcos.wire.WireRequest;
import org.dcos.wire.WireResponse;
import org.dcos.wire.endpoint.Endpoint;
import org.dcos.wire.endpoint.Endpoints;
import org.dcos.wire.event.EventFeed;
import org.dcos.wire.openapi.OpenApi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests with the services of a server-core: who calls (401), whether the resource is there (404, 405),
 * whether the role is enough (403), what is asked (400, 413, 415), then the service itself on behalf of the caller, and
 * its refusals as problem details. Knows no transport; the same router answers HTTPS and the console of its process.
 * Thread-safe; requests run in the threads that bring them.
 */
public final class Router {

    private static final Logger LOG = LoggerFactory.getLogger(Router.class);
    /** Between two heartbeats of a silent stream. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final ServerCore core;
    private final SignIn signIn;
    private final Consumer<AuditEntry> audit;
    private final InstantSource clock;
    private final Duration heartbeat;
    private final RouteTable routes = new RouteTable(Endpoints.ALL);
    private final FailureLimit refusals = new FailureLimit();

    /** @param audit takes refused access, at most ten a minute from one origin */
    public Router(ServerCore core, Authenticator authenticator, Consumer<AuditEntry> audit, InstantSource clock) {
        this(core, authenticator, audit, clock, HEARTBEAT);
    }

    /** @param heartbeat between two heartbeats of a silent stream; 10 s but in tests */
    public Router(ServerCore core, Authenticator authenticator, Consumer<AuditEntry> audit, InstantSource clock,
            Duration heartbeat) {
        this.core = core;
        this.signIn = new SignIn(authenticator, audit, clock);
        this.audit = audit;
        this.clock = clock;
        this.heartbeat = heartbeat;
    }

    /** Answers one request; never throws. */
    public WireResponse handle(WireRequest request) {
        return guarded(request, () -> route(request));
    }

    /** Whether a request asks for the stream of events, to be answered by {@link #events}. */
    public static boolean asksForEvents(WireRequest request) {
        return "GET".equals(request.method()) && Endpoints.EVENTS_PATH.equals(request.path());
    }

    /** Opens the stream of events, or answers why not; never throws. */
    public EventAnswer events(WireRequest request) {
        var frames = new EventFeed[1];
        WireResponse head = guarded(request, () -> {
            checkVersion(request);
            Caller caller = signIn.caller(request, false);
            checkRole(request, caller, Role.VIEWER);
            OptionalLong after = after(request);
            frames[0] = caller
                    .call(() -> new EventFeed(core.events(), after, heartbeat, () -> signIn.stillGood(request)));
            return new WireResponse(200, Map.of("Content-Type", WireResponse.EVENT_STREAM), new byte[0]);
        });
        return new EventAnswer(head, Optional.ofNullable(frames[0]));
    }

    /** What answers a request, or refuses it in one of three ways. */
    @FunctionalInterface
    private interface Work {
        WireResponse run() throws Refusal, Problem;
    }

    private WireResponse guarded(WireRequest request, Work work) {
        WireResponse response;
        try {
            response = work.run();
        } catch (Refusal refusal) {
            response = refusal.response();
        } catch (Problem problem) {
            response = ProblemDetails.of(problem, request.path()).response();
        } catch (RuntimeException | StackOverflowError e) { // a bug; the caller gets a number that is also in the log
            String reference = "E-%08x".formatted(ThreadLocalRandom.current().nextInt());
            LOG.error("{} {} failed, reference {}", request.method(), SignIn.printable(request.path()), reference, e);
            response = ProblemDetails
                    .of(Kind.UNEXPECTED, "Something went wrong inside the server-core. Its log has the cause under "
                            + "reference %s.".formatted(reference), request.path())
                    .response();
        }
        return response.with(WireResponse.API_HEADER, WireResponse.API_VERSION).with("Cache-Control", "no-store")
                .with("X-Content-Type-Options", "nosniff");
    }

    private WireResponse route(WireRequest request) throws Refusal, Problem {
        Optional<RouteTable.Match> match = find(request);
        Optional<Endpoint<?, ?>> endpoint = match.flatMap(m -> m.endpoint(request.method()));
        // before the version check: it is how versions are learned
        if (endpoint.isPresent() && endpoint.get().needs().isEmpty()) {
            return run(endpoint.get(), match.get(), request, new Caller("anonymous", Role.VIEWER, request.origin()));
        }
        checkVersion(request);
        Caller caller = signIn.caller(request, endpoint.map(Endpoint::name).filter("issue-token"::equals).isPresent());
        if (Endpoints.OPENAPI_PATH.equals(request.path())) {
            return description(request);
        }
        if (Endpoints.EVENTS_PATH.equals(request.path())) {
            throw wrongMethod(request, "GET");
        }
        RouteTable.Match found = match.orElseThrow(() -> new Refusal(ProblemDetails.of(Kind.NOT_FOUND,
                "There is no such resource. %s lists all there are.".formatted(Endpoints.OPENAPI_PATH),
                request.path())));
        Endpoint<?, ?> chosen = endpoint.orElseThrow(() -> wrongMethod(request, found.allowed()));
        checkRole(request, caller, chosen.needs().orElse(Role.VIEWER));
        return run(chosen, found, request, caller);
    }

    private Optional<RouteTable.Match> find(WireRequest request) throws Refusal {
        try {
            return routes.find(request.path());
        } catch (Invalid invalid) {
            throw new Refusal(ProblemDetails.malformed(invalid, request.path()));
        }
    }

    private <Q extends Record, R> WireResponse run(Endpoint<Q, R> endpoint, RouteTable.Match match, WireRequest request,
            Caller caller)
            throws Refusal, Problem {
        byte[] body = Bodies.read(request, endpoint);
        Q read;
        try {
            read = endpoint.read(match.values(), request.query(), body);
        } catch (Invalid invalid) {
            throw new Refusal(ProblemDetails.malformed(invalid, request.path()));
        }
        return caller.call(() -> endpoint.answer(core, read));
    }

    private static WireResponse description(WireRequest request) throws Refusal {
        if (!"GET".equals(request.method())) {
            throw wrongMethod(request, "GET");
        }
        return new WireResponse(200, Map.of("Content-Type", WireResponse.JSON), OpenApi.json());
    }

    private static void checkVersion(WireRequest request) throws Refusal {
        List<String> wanted = request.headers().getOrDefault(WireResponse.API_HEADER,
                List.of(WireResponse.API_VERSION));
        if (!wanted.equals(List.of(WireResponse.API_VERSION))) {
            throw new Refusal(ProblemDetails.of(Kind.OTHER_VERSION,
                    "This server-core speaks %s of the API, and %s was asked for. Use a console of the same version."
                            .formatted(WireResponse.API_VERSION, SignIn.printable(String.join(", ", wanted))),
                    request.path()));
        }
    }

    private void checkRole(WireRequest request, Caller caller, Role needed) throws Refusal {
        if (!caller.role().includes(needed)) {
            auditRefusal(request, caller, needed);
            throw new Refusal(ProblemDetails.of(Kind.NOT_ALLOWED,
                    "This needs the role %s; %s has %s. Ask an administrator."
                            .formatted(needed, caller.name(), caller.role()),
                    request.path()));
        }
    }

    /** A script that goes on trying must not fill the log: ten a minute tell enough. */
    private void auditRefusal(WireRequest request, Caller caller, Role needed) {
        Instant now = clock.instant();
        String who = caller.name() + " " + caller.origin();
        if (refusals.wait(who, now).isZero()) {
            refusals.failed(who, now);
            audit.accept(new AuditEntry(0, now, caller.name(), caller.origin(), "access.refused", Optional.empty(),
                    "%s %s needs the role %s".formatted(request.method(), SignIn.printable(request.path()), needed),
                    ""));
        }
    }

    private static Refusal wrongMethod(WireRequest request, String allowed) {
        var problem = ProblemDetails.of(Kind.WRONG_METHOD, "This resource takes %s.".formatted(allowed),
                request.path());
        return new Refusal(problem.detail(), problem.response().with("Allow", allowed));
    }

    private static OptionalLong after(WireRequest request) throws Refusal {
        String last = request.header("Last-Event-ID").orElse("").strip();
        if (last.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!last.matches("\\d{1,18}")) {
            throw new Refusal(
                    ProblemDetails.of(Kind.MALFORMED, "Last-Event-ID is the number of an event.", request.path()));
        }
        return OptionalLong.of(Long.parseLong(last));
    }
}
