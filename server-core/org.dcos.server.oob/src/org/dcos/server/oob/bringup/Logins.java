package org.dcos.server.oob.bringup;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.CredentialVault;
import org.dcos.domain.bringup.Arrival;
import org.dcos.domain.bringup.ArrivalStore;
import org.dcos.domain.bringup.ArrivalStore.Kept;
import org.dcos.domain.cmdb.Server;

/** The ladder of first logins, and how one gets at a BMC with one of them. */
final class Logins {

    private static final int SHORTEST_SERIAL = 5;

    private final ArrivalStore store;
    private final CredentialVault vault;
    private final Settings settings;
    private final Planned planned;

    Logins(ArrivalStore store, CredentialVault vault, Settings settings, Planned planned) {
        this.store = store;
        this.vault = vault;
        this.settings = settings;
        this.planned = planned;
    }

    BmcEndpoint endpoint(Arrival arrival, UUID credential) throws Stuck {
        var login = vault.credential(credential);
        var password = vault.reveal(credential);
        if (login.isEmpty() || password.isEmpty()) {
            throw Stuck.until(Arrival.Cause.WRONG_LOGIN, "Its login is no longer stored.",
                    "Add its login to the first logins and try it again.");
        }
        return new BmcEndpoint(arrival.address(), arrival.port(), login.get().user(), password.get());
    }

    /** With the login that opens it. */
    BmcEndpoint endpoint(Kept kept) throws Stuck {
        return endpoint(kept.arrival(), login(kept).orElseThrow(() -> Stuck.until(Arrival.Cause.WRONG_LOGIN,
                "No login is known for it.", "Add its login to the first logins and try it again.")));
    }

    /** The one that opened it last; with a password of its own that of its record, which may be rotated since. */
    private Optional<UUID> login(Kept kept) {
        boolean owned = kept.arrival().steps().stream()
                .anyMatch(step -> step.kind() == Arrival.Step.Kind.PASSWORD && step.done());
        return owned ? planned.bmcOf(kept.arrival()).map(Bmc::credential).or(kept.intent()::login)
                : kept.intent().login();
    }

    /** Whether a login came out of the ladder, and so is known to others. */
    boolean isFirst(UUID credential) {
        return store.firstLogins().containsValue(credential) || settings.logins().containsValue(credential);
    }

    /** What may open it, the most likely first: those that it was given, the maker's list, the models', the site's. */
    List<UUID> ladder(Kept kept) {
        Set<UUID> ladder = new LinkedHashSet<>();
        kept.intent().nextLogin().ifPresent(ladder::add);
        kept.intent().login().ifPresent(ladder::add);
        planned.bmcOf(kept.arrival()).ifPresent(bmc -> ladder.add(bmc.credential()));
        var lists = store.firstLogins();
        Optional.ofNullable(lists.get(kept.arrival().mac())).ifPresent(ladder::add);
        Optional<Server> server = planned.byMac(kept.arrival().mac())
                .or(() -> planned.byRelayPort(kept.intent().relayPort()));
        server.map(one -> lists.get(one.serial().strip().toLowerCase(Locale.ROOT))).ifPresent(ladder::add);
        named(kept.intent().hostName().toLowerCase(Locale.ROOT), lists).ifPresent(ladder::add);
        String model = server.map(one -> one.manufacturer() + " " + one.model()).orElse(kept.arrival().found());
        settings.logins().forEach((pattern, credential) -> {
            if (Glob.matches(pattern.model(), model)
                    || server.filter(one -> Glob.matches(pattern.model(), one.model())).isPresent()) {
                ladder.add(credential);
            }
        });
        return List.copyOf(ladder);
    }

    /** Many BMCs put their serial number into their host name: {@code iDRAC-7XK2P93}. */
    private static Optional<UUID> named(String hostName, Map<String, UUID> lists) {
        for (String part : hostName.split("[^a-z0-9]+")) {
            for (int from = 0; part.length() - from >= SHORTEST_SERIAL; from++) {
                UUID found = lists.get(part.substring(from));
                if (found != null) {
                    return Optional.of(found);
                }
            }
        }
        return Optional.empty();
    }
}
