package org.dcos.server.oob.settings;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Secret;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcDriver;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcSetup;
import org.dcos.domain.bmc.BmcSetup.BmcUser;
import org.dcos.domain.bmc.BmcSetup.BmcUser.Privilege;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.bmc.CredentialVault;
import org.dcos.domain.bmcsetup.AccessChange.SetAccount;
import org.dcos.domain.bmcsetup.BmcSetupStore;
import org.dcos.domain.bmcsetup.BmcSetupStore.Intent;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.EventPublisher;
import org.dcos.domain.problem.Conflict;
import org.dcos.server.oob.NewPassword;
import org.dcos.server.oob.OwnLogin;

/** Changes the accounts of BMCs, and never so that nobody gets in any more. */
final class Accounts {

    private final BmcSetup setup;
    private final BmcStore bmcs;
    private final CredentialVault vault;
    private final BmcSetupStore store;
    private final EventPublisher events;
    private final OwnLogin login;
    private final SecureRandom random = new SecureRandom();

    Accounts(BmcDriver driver, BmcSetup setup, BmcStore bmcs, CredentialVault vault, BmcSetupStore store,
            EventPublisher events) {
        this.setup = setup;
        this.bmcs = bmcs;
        this.vault = vault;
        this.store = store;
        this.events = events;
        this.login = new OwnLogin(driver, setup);
    }

    String set(Subject subject, SetAccount change) throws BmcFailure, Conflict, InterruptedException {
        var bmc = subject.endpoint();
        List<BmcUser> users = setup.users(bmc);
        Optional<BmcUser> known = users.stream().filter(user -> user.id() == change.user()).findFirst();
        var wanted = new BmcUser(change.user(), change.name(), change.enabled(), change.privilege());
        requireNotOwn(subject, known, wanted, change.password().isPresent());
        requireAnAdministratorLeft(subject, users, wanted);
        if (users.stream().anyMatch(user -> user.id() != wanted.id() && user.name().equals(wanted.name()))) {
            throw new Conflict("%s has another account named '%s'. Change that one, or take another name.".formatted(
                    subject.name(), wanted.name()));
        }
        if (known.isEmpty() && wanted.enabled() && change.password().isEmpty()) {
            throw new Conflict(
                    "Account %d of %s is new: give it a password, or leave it off until it has one.".formatted(
                            wanted.id(), subject.name()));
        }
        if (known.isEmpty() && wanted.enabled()) {
            int number = setup.make(bmc, wanted, change.password().get()).id();
            return requireTaken(subject, new BmcUser(number, wanted.name(), true, wanted.privilege()));
        }
        if (change.password().isPresent()) {
            if (known.isEmpty()) {
                setup.user(bmc, wanted);
            }
            setup.password(bmc, wanted.id(), change.password().get());
        }
        setup.user(bmc, wanted);
        return requireTaken(subject, wanted);
    }

    private String requireTaken(Subject subject, BmcUser wanted) throws BmcFailure, Conflict, InterruptedException {
        Optional<BmcUser> told = setup.users(subject.endpoint()).stream()
                .filter(user -> user.id() == wanted.id()).findFirst();
        boolean gone = told.isEmpty() && !wanted.enabled();
        if (!gone && !told.equals(Optional.of(wanted))) {
            throw new Conflict("%s took the change and still tells account %d as it was: %s.".formatted(
                    subject.name(), wanted.id(), told.map(Accounts::words).orElse("not there")));
        }
        return "Account '%s' is %s now.".formatted(wanted.name(), words(wanted));
    }

    private static String words(BmcUser user) {
        return user.enabled() ? "on, %s".formatted(user.privilege()) : "off";
    }

    /** The account by which this server-core gets in stays what it is; its password is changed by rotating it. */
    private static void requireNotOwn(Subject subject, Optional<BmcUser> known, BmcUser wanted, boolean password)
            throws Conflict {
        String own = subject.endpoint().user();
        if (known.filter(user -> user.name().equals(own)).isEmpty()) {
            return;
        }
        BmcUser before = known.get();
        if (password) {
            throw new Conflict(("DCOS itself logs in to %s as '%s'. Rotate its password instead: the new one is then "
                    + "kept before the BMC has it.").formatted(subject.name(), own));
        }
        boolean lowered = wanted.privilege().compareTo(before.privilege()) < 0 && before.privilege() != Privilege.OEM;
        if (!wanted.enabled() || !wanted.name().equals(own) || lowered) {
            throw new Conflict(("DCOS itself logs in to %s as '%s'. Turned off, renamed or lowered it could no longer "
                    + "be managed. Let DCOS log in as another account first.").formatted(subject.name(), own));
        }
    }

    private static void requireAnAdministratorLeft(Subject subject, List<BmcUser> users, BmcUser wanted)
            throws Conflict {
        var after = new ArrayList<>(users);
        after.removeIf(user -> user.id() == wanted.id());
        after.add(wanted);
        if (users.stream().anyMatch(Accounts::administers) && after.stream().noneMatch(Accounts::administers)) {
            throw new Conflict(("Account %d is the last administrator of %s: nobody could set it up any more. Make "
                    + "another one an administrator first.").formatted(wanted.id(), subject.name()));
        }
    }

    private static boolean administers(BmcUser user) {
        return user.enabled() && user.privilege().compareTo(Privilege.ADMINISTRATOR) >= 0;
    }

    String password(Subject subject, int user, Secret password) throws BmcFailure, Conflict, InterruptedException {
        BmcUser account = setup.users(subject.endpoint()).stream().filter(one -> one.id() == user).findFirst()
                .orElseThrow(() -> new Conflict("%s has no account with the number %d.".formatted(subject.name(),
                        user)));
        requireNotOwn(subject, Optional.of(account), account, true);
        setup.password(subject.endpoint(), user, password);
        return "Account '%s' has another password.".formatted(account.name());
    }

    /** The new one is in the vault before the BMC has it; the old one is thought of until the new one has opened it. */
    String rotate(Subject subject) throws BmcFailure, Conflict, InterruptedException {
        String user = subject.endpoint().user();
        UUID next = vault.keep(user, NewPassword.make(random)).id();
        store.save(Intent.login(subject.bmc().id(), next));
        BmcEndpoint wanted = endpoint(subject.bmc(), next);
        try {
            login.give(subject.endpoint(), wanted);
        } catch (BmcFailure e) { // it may have taken it all the same: a login tells
            if (e.kind() != BmcFailure.Kind.SILENT && !login.opens(wanted)) {
                store.settle(subject.bmc().id());
                throw e;
            }
        }
        if (login.opens(wanted)) {
            takeOver(subject.bmc().id(), next);
            return "'%s' has a new password, which is in the vault.".formatted(user);
        }
        if (login.opens(subject.endpoint())) {
            store.settle(subject.bmc().id());
            throw new Conflict("%s took a new password and does not open with it; the one before still does."
                    .formatted(subject.name()));
        }
        throw new Conflict(("%s opens neither with the new password nor with the one before. Both are kept, and are "
                + "tried again by themselves.").formatted(subject.name()));
    }

    /**
     * Finds out what became of a password that was under way when somebody was interrupted.
     *
     * @return whether it is known now
     */
    boolean settled(Bmc bmc, UUID next, BmcEndpoint before) throws BmcFailure, Conflict, InterruptedException {
        if (login.opens(endpoint(bmc, next))) {
            takeOver(bmc.id(), next);
            return true;
        }
        if (login.opens(before)) {
            store.settle(bmc.id());
            return true;
        }
        return false;
    }

    private BmcEndpoint endpoint(Bmc bmc, UUID credential) {
        var kept = vault.credential(credential);
        var password = vault.reveal(credential);
        if (kept.isEmpty() || password.isEmpty()) {
            throw new IllegalStateException("the vault has lost a login that it has just kept");
        }
        return new BmcEndpoint(bmc.address(), bmc.port(), kept.get().user(), password.get());
    }

    private void takeOver(UUID id, UUID credential) throws Conflict {
        Optional<Bmc> now = bmcs.bmc(id);
        if (now.isPresent() && !now.get().credential().equals(credential)) {
            Bmc bmc = now.get();
            events.publish(new DomainEvent.BmcSaved(bmcs.save(new Bmc(bmc.id(), bmc.version(), bmc.address(),
                    bmc.port(), credential, bmc.server(), bmc.identity(), bmc.identified()))));
        }
        store.settle(id);
    }
}
