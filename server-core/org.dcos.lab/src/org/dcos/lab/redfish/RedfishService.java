package org.dcos.lab.redfish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.dcos.lab.bmc.LabClock;
import org.dcos.lab.bmc.SharedBmc;
import org.dcos.lab.bmc.SharedBmc.Account;
import org.dcos.net.ipmi.wire.PrivilegeLevel;

/**
 * The Redfish service of one controller: request in, answer out, no socket. It looks at the same state as IPMI does.
 * Thread-safe.
 */
final class RedfishService {

    private static final String VERSION = "1.11.0";
    private static final int MOST_EXPANDED = 200;
    /** Without a login (DSP0266 §13.3.2). */
    private static final Set<String> OPEN = Set.of("/redfish", Resources.ROOT, Resources.ROOT + "/odata");

    private final SharedBmc bmc;
    private final Dialect dialect;
    private final Sessions sessions;
    private final LogResources log;
    private final List<Resources> parts;

    RedfishService(SharedBmc bmc, LabClock clock, RandomGenerator random) {
        this.bmc = bmc;
        this.dialect = Dialect.of(bmc.server().hardware().manufacturer());
        this.sessions = new Sessions(bmc, clock, random);
        this.log = new LogResources(bmc, dialect, clock);
        this.parts = List.of(this::root, sessions, new SystemResources(bmc, dialect),
                new ChassisResources(bmc, dialect), new ManagerResources(bmc, sessions::endAll),
                new AccountResources(bmc), log);
    }

    Answer answer(Call call) {
        try {
            if (call.method().equals("POST") && call.path().equals(Sessions.SESSIONS)) {
                return sessions.login(call);
            }
            boolean open = OPEN.contains(call.path()) && call.method().equals("GET");
            Optional<Account> account = open ? Optional.empty() : Optional.of(sessions.account(call));
            Route route = parts.stream().flatMap(part -> part.route(call.path()).stream()).findFirst()
                    .orElseThrow(() -> Refusal.missing(call.path()));
            if (call.method().equals("GET") && !route.isAction()) {
                return read(call, route);
            }
            Route.Change change = route.change(call.method()).orElseThrow(() -> Refusal.method(call.method()));
            checkPrivilege(call, account.orElseThrow(Refusal::unauthorized));
            checkEtag(call, route);
            return withEtag(change.by(call, account.get()));
        } catch (Refusal refusal) {
            return new Answer(refusal.status(), refusal.status() == 401 ? Map.of("WWW-Authenticate",
                    "Basic realm=\"Redfish\"") : Map.of(), Optional.of(refusal.body()));
        }
    }

    int sessionCount() {
        return sessions.count();
    }

    private Answer read(Call call, Route route) {
        if (log.isEntries(call.path())) {
            return Answer.ok(log.entries(number(call, "$skip", 0), number(call, "$top", Integer.MAX_VALUE)));
        }
        Node node = route.read();
        if (call.query().containsKey("$expand") && dialect.modern()) {
            expand(node);
        }
        return withEtag(Answer.ok(node));
    }

    private void expand(Node collection) {
        if (!(collection.fields().get("Members") instanceof List<?> members) || members.size() > MOST_EXPANDED) {
            return;
        }
        collection.put("Members", members.stream().map(member -> member instanceof Map<?, ?> link
                ? parts.stream().flatMap(part -> part.route(String.valueOf(link.get("@odata.id"))).stream())
                        .findFirst().map(Route::read).orElseGet(Node::new)
                : new Node()).toList());
    }

    private Answer withEtag(Answer answer) {
        if (answer.body().isEmpty() || answer.status() != 200) {
            return answer;
        }
        var headers = new LinkedHashMap<>(answer.headers());
        headers.put("ETag", etag(answer.body().get()));
        return new Answer(answer.status(), headers, answer.body());
    }

    private String etag(Node node) {
        return switch (bmc.server().hardware().manufacturer()) {
            case LENOVO -> "W/\"%s\"".formatted(node.version());
            case HUAWEI, INSPUR, DELL, HPE, H3C -> "\"%s\"".formatted(node.version());
        };
    }

    private void checkEtag(Call call, Route route) throws Refusal {
        if (!call.method().equals("PATCH")) {
            return;
        }
        Optional<String> given = call.header("if-match");
        if (given.isEmpty() && dialect.needsEtag()) {
            throw Refusal.needsEtag();
        }
        if (given.filter(tag -> !tag.equals("*") && !tag.equals(etag(route.read()))).isPresent()) {
            throw Refusal.stale();
        }
    }

    /** Who may only read changes nothing but his password and his session; operators no accounts and no networks. */
    private static void checkPrivilege(Call call, Account account) throws Refusal {
        if (account.role() == PrivilegeLevel.ADMINISTRATOR || call.path().startsWith(Sessions.SESSIONS + "/")) {
            return;
        }
        boolean own = call.path().equals(AccountResources.path(account)) && call.method().equals("PATCH")
                && call.body().names().equals(List.of("Password"));
        boolean operator = account.role() == PrivilegeLevel.OPERATOR
                && !call.path().startsWith(AccountResources.SERVICE) && !call.path().startsWith(Resources.MANAGER);
        if (!own && !operator) {
            throw Refusal.notAllowed();
        }
    }

    private Optional<Route> root(String path) {
        return switch (path) {
            case "/redfish" -> Optional.of(Route.read(() -> new Node().put("v1", Resources.ROOT + "/")));
            case Resources.ROOT -> Optional.of(Route.read(this::rootNode));
            case Resources.ROOT + "/odata" -> Optional.of(Route.read(() -> new Node()
                    .put("@odata.context", Resources.ROOT + "/$metadata").put("value", List.of(new Node()
                            .put("name", "Service").put("kind", "Singleton").put("url", Resources.ROOT + "/")))));
            default -> Optional.empty();
        };
    }

    private Node rootNode() {
        Node features = new Node().put("ExpandQuery", new Node().put("NoLinks", dialect.modern())
                .put("Levels", dialect.modern()).put("MaxLevels", 1)).put("TopSkipQuery", true);
        return new Node().put("@odata.id", Resources.ROOT + "/")
                .put("@odata.type", "#ServiceRoot.v1_11_0.ServiceRoot").put("Id", "RootService")
                .put("Name", "Root Service").put("RedfishVersion", VERSION).put("UUID", bmc.guid().toString())
                .put("Vendor", bmc.server().hardware().manufacturer().displayName())
                .put("Product", bmc.server().hardware().manufacturer().controller())
                .put("ProtocolFeaturesSupported", features).putLink("Systems", Resources.SYSTEMS)
                .putLink("Chassis", Resources.ROOT + "/Chassis").putLink("Managers", Resources.ROOT + "/Managers")
                .putLink("SessionService", Sessions.SERVICE).putLink("AccountService", AccountResources.SERVICE)
                .put("Links", new Node().putLink("Sessions", Sessions.SESSIONS));
    }

    private static int number(Call call, String name, int otherwise) {
        String text = call.query().getOrDefault(name, "");
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
    }
}
