package org.dcos.lab.redfish;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.dcos.lab.bmc.LabClock;
import org.dcos.lab.bmc.SharedBmc;
import org.dcos.lab.bmc.SharedBmc.Account;

/** Who is in: sessions with their tokens, and user and password with each request (DSP0266 §13.3). */
final class Sessions implements Resources {

    static final String SERVICE = ROOT + "/SessionService";
    static final String SESSIONS = SERVICE + "/Sessions";

    private static final int MOST = 16;
    private static final int TIMEOUT_SECONDS = 1_800;
    private static final int TOKEN_BYTES = 16;

    private final SharedBmc bmc;
    private final LabClock clock;
    private final RandomGenerator random;
    private final Map<String, Session> open = new ConcurrentHashMap<>();

    private record Session(String id, String token, Account account, long usedMillis) {}

    Sessions(SharedBmc bmc, LabClock clock, RandomGenerator random) {
        this.bmc = bmc;
        this.clock = clock;
        this.random = random;
    }

    int count() {
        prune();
        return open.size();
    }

    void endAll() {
        open.clear();
    }

    /** @throws Refusal for one who is not in */
    Account account(Call call) throws Refusal {
        Optional<String> token = call.header("x-auth-token");
        if (token.isPresent()) {
            prune();
            Session session = open.values().stream().filter(each -> each.token().equals(token.get())).findFirst()
                    .orElseThrow(Refusal::unauthorized);
            open.replace(session.id(), new Session(session.id(), session.token(), session.account(),
                    clock.elapsedMillis()));
            return bmc.accounts().stream().filter(each -> each.id() == session.account().id() && each.enabled())
                    .findFirst().orElseThrow(Refusal::unauthorized);
        }
        String[] basic = call.header("authorization").filter(text -> text.startsWith("Basic "))
                .map(text -> decoded(text.substring(6)).split(":", 2)).orElse(new String[0]);
        if (basic.length < 2) {
            throw Refusal.unauthorized();
        }
        return bmc.login(basic[0], basic[1]).orElseThrow(Refusal::wrongLogin);
    }

    /** The one request that needs no session. */
    Answer login(Call call) throws Refusal {
        String user = call.body().text("UserName").orElseThrow(() -> Refusal.lacks("UserName"));
        String password = call.body().text("Password").orElseThrow(() -> Refusal.lacks("Password"));
        Account account = bmc.login(user, password).orElseThrow(Refusal::wrongLogin);
        if (count() >= MOST) {
            throw Refusal.sessionsUsedUp();
        }
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String id = "%d".formatted(random.nextInt(100_000, 1_000_000));
        var session = new Session(id, HexFormat.of().formatHex(secret), account, clock.elapsedMillis());
        open.put(id, session);
        String path = SESSIONS + "/" + id;
        return new Answer(201, Map.of("Location", path, "X-Auth-Token", session.token()), Optional.of(node(session)));
    }

    @Override
    public Optional<Route> route(String path) {
        if (path.equals(SERVICE)) {
            return Optional.of(Route.read(() -> Node.resource("SessionService.v1_1_8.SessionService", SERVICE,
                    "Session Service").put("ServiceEnabled", true).put("SessionTimeout", TIMEOUT_SECONDS)
                    .putLink("Sessions", SESSIONS)));
        }
        if (path.equals(SESSIONS)) {
            return Optional.of(Route.read(() -> Node.collection("SessionCollection", SESSIONS, "Sessions",
                    open.keySet().stream().sorted().map(id -> SESSIONS + "/" + id).toList())));
        }
        Optional<Session> session = path.startsWith(SESSIONS + "/")
                ? Optional.ofNullable(open.get(path.substring(SESSIONS.length() + 1)))
                : Optional.empty();
        return session.map(found -> Route.read(() -> node(found)).with("DELETE", (_, _) -> {
            open.remove(found.id());
            return Answer.NO_CONTENT;
        }));
    }

    private static Node node(Session session) {
        return Node.resource("Session.v1_3_0.Session", SESSIONS + "/" + session.id(), "User Session")
                .put("UserName", session.account().name());
    }

    private void prune() {
        long now = clock.elapsedMillis();
        open.values().removeIf(session -> now - session.usedMillis() > 1_000L * TIMEOUT_SECONDS);
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
