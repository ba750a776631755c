package org.dcos.server.oob.bringup;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcSetup;
import org.dcos.domain.bmc.BmcSetup.BmcUser;
import org.dcos.domain.bmc.BmcSetup.Part;
import org.dcos.domain.bmc.BmcSetup.Weakness;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.bmc.CredentialVault;
import org.dcos.domain.bringup.Arrival.Cause;
import org.dcos.domain.bringup.ArrivalStore.Kept;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Problem;
import org.dcos.server.oob.NewPassword;
import org.dcos.server.oob.OwnLogin;

/**
 * Makes a BMC ours: what it is made of is what was bought, its password is its own, nothing is open, its clock right.
 */
final class Ownership {

    private static final Duration MOST_SKEW = Duration.ofSeconds(5);

    private final OwnLogin ownLogin;
    private final BmcSetup setup;
    private final BmcStore bmcs;
    private final BmcRecord record;
    private final CredentialVault vault;
    private final Book book;
    private final Logins logins;
    private final Planned planned;
    private final Settings settings;
    private final Milestones milestones;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Ownership(Hands hands, Book book, Logins logins, Planned planned, Settings settings, Milestones milestones) {
        this.ownLogin = new OwnLogin(hands.driver(), hands.setup());
        this.setup = hands.setup();
        this.bmcs = hands.bmcs();
        this.record = new BmcRecord(hands.bmcs(), hands.events());
        this.vault = hands.vault();
        this.clock = hands.clock();
        this.book = book;
        this.logins = logins;
        this.planned = planned;
        this.settings = settings;
        this.milestones = milestones;
    }

    Step.Done compare(Kept kept) throws Stuck, BmcFailure, InterruptedException {
        Server server = server(kept);
        List<Part> parts = setup.parts(logins.endpoint(kept));
        Kept told = book.save(new Kept(kept.arrival(), kept.intent().madeOf(parts)));
        var result = Comparison.compare(server, planned.labels(server), kept.arrival().identity().orElseThrow(), parts);
        String same = String.join(", ", result.same());
        if (result.differences().isEmpty()) {
            return new Step.Done(told, "As bought: " + same);
        }
        String differences = result.differences().stream().map(Comparison.Difference::words)
                .collect(Collectors.joining("; "));
        if (kept.intent().accepted().isEmpty()) {
            throw Stuck.until(Cause.DIFFERENT, "It is not what was bought: " + differences,
                    "Have it put right and try it again, or correct the purchase list, or accept the difference.");
        }
        return new Step.Done(told, "Accepted with a difference (%s): %s".formatted(
                kept.intent().accepted().get().reason(), differences));
    }

    private Server server(Kept kept) throws Stuck {
        return kept.arrival().server().flatMap(planned::server).orElseThrow(() -> Stuck.until(Cause.RECORDS,
                "The server that it was matched to is no longer recorded.", "Assign it to a planned server."));
    }

    /** The new one is in the vault before the BMC has it; the old one is thought of until the new one has opened it. */
    Step.Done password(Kept kept) throws Stuck, BmcFailure, Problem, InterruptedException {
        UUID first = kept.intent().login().orElseThrow();
        if (kept.intent().nextLogin().isEmpty() && ownsAlready(kept, first)) {
            return new Step.Done(kept, "It has a password of its own already.");
        }
        Kept going = kept;
        boolean resumed = kept.intent().nextLogin().isPresent();
        if (!resumed) {
            String user = settings.now().user().isEmpty() ? logins.endpoint(kept).user() : settings.now().user();
            UUID next = vault.keep(user, NewPassword.make(random)).id();
            going = book.save(new Kept(kept.arrival(), kept.intent().withLogin(Optional.of(first),
                    Optional.of(next))));
        }
        milestones.passed("password kept");
        UUID next = going.intent().nextLogin().orElseThrow();
        var wanted = logins.endpoint(going.arrival(), next);
        if (!resumed || !ownLogin.opens(wanted)) {
            ownLogin.give(logins.endpoint(going), wanted);
            milestones.passed("password given");
            if (!ownLogin.opens(wanted)) {
                throw Stuck.forNow(Cause.REFUSED, "It took a new password, and does not open with it.",
                        "Nothing: the old and the new one are both kept, and it is tried again.");
            }
        }
        keepLogin(going, next);
        milestones.passed("password taken over");
        var done = new Kept(going.arrival(), going.intent().withLogin(Optional.of(next), Optional.empty()));
        if (!logins.endpoint(going).user().equals(wanted.user())) {
            disable(wanted, logins.endpoint(going).user());
        }
        return new Step.Done(done, "User '%s' has a password of its own, which is in the vault.".formatted(
                wanted.user()));
    }

    private boolean ownsAlready(Kept kept, UUID login) {
        return !logins.isFirst(login) && bmcs.bmcs().stream().filter(bmc -> bmc.credential().equals(login)).count() <= 1
                && bmcs.byServer(kept.arrival().server().orElseThrow())
                        .filter(bmc -> bmc.credential().equals(login)).isPresent();
    }

    private void keepLogin(Kept kept, UUID login) throws Conflict {
        if (!planned.recorded(kept.arrival()).credential().equals(login)) {
            record.write(() -> {
                Bmc bmc = planned.recorded(kept.arrival());
                return new Bmc(bmc.id(), bmc.version(), bmc.address(), bmc.port(), login, bmc.server(), bmc.identity(),
                        bmc.identified());
            });
        }
    }

    /** The account that it came with, which others know the password of. */
    private void disable(BmcEndpoint bmc, String user) throws BmcFailure, InterruptedException {
        for (BmcUser one : setup.users(bmc)) {
            if (one.name().equals(user) && one.enabled()) {
                setup.user(bmc, new BmcUser(one.id(), one.name(), false, one.privilege()));
            }
        }
    }

    Step.Done close(Kept kept) throws Stuck, BmcFailure, InterruptedException {
        var endpoint = logins.endpoint(kept);
        Set<Weakness> open = setup.weaknesses(endpoint);
        for (Weakness weakness : open) {
            setup.close(endpoint, weakness);
            milestones.passed("closed");
        }
        Set<Weakness> left = open.isEmpty() ? open : setup.weaknesses(endpoint);
        boolean goesOn = settings.now().leaveOpen() || kept.intent().accepted().isPresent();
        if (!left.isEmpty() && !goesOn) {
            throw Stuck.until(Cause.REFUSED, "It keeps open what should be closed: %s.".formatted(words(left)),
                    "Close it in the BMC's own web page and try it again, or accept it.");
        }
        if (!left.isEmpty()) {
            return new Step.Done(kept, kept.intent().accepted().isPresent()
                    ? "Left open, as was accepted: %s".formatted(words(left))
                    : "It stays open though it was closed: %s".formatted(words(left)));
        }
        return new Step.Done(kept, open.isEmpty() ? "Nothing was open that should not be."
                : "Closed: " + words(open));
    }

    private static String words(Set<Weakness> weaknesses) {
        return weaknesses.stream().sorted().map(weakness -> switch (weakness) {
            case CIPHER_SUITE_0 -> "cipher suite 0";
            case ANONYMOUS -> "accounts without a name";
            case NO_AUTHENTICATION -> "sessions without a password";
        }).collect(Collectors.joining(", "));
    }

    Step.Done clock(Kept kept) throws Stuck, BmcFailure, InterruptedException {
        var endpoint = logins.endpoint(kept);
        Duration skew = skew(endpoint);
        if (skew.abs().compareTo(MOST_SKEW) <= 0) {
            return new Step.Done(kept, "Its clock is right.");
        }
        setup.clock(endpoint, clock.instant());
        milestones.passed("clock set");
        Duration now = skew(endpoint);
        if (now.abs().compareTo(MOST_SKEW) > 0) {
            return new Step.Done(kept, "Its clock is %s off and cannot be set; times of its log are corrected by that."
                    .formatted(words(now)));
        }
        return new Step.Done(kept, "Its clock was %s off and is right now.".formatted(words(skew)));
    }

    private Duration skew(BmcEndpoint endpoint) throws BmcFailure, InterruptedException {
        return Duration.between(clock.instant(), setup.clock(endpoint));
    }

    private static String words(Duration skew) {
        Duration size = skew.abs();
        if (size.toDays() > 0) {
            return size.toDays() + " d";
        }
        return size.toHours() > 0 ? size.toHours() + " h"
                : size.toMinutes() > 0 ? size.toMinutes() + " min" : size.toSeconds() + " s";
    }
}
