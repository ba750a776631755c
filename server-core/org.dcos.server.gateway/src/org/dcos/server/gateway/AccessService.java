package org.dcos.server.gateway;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Secret;
import org.dcos.domain.access.Access;
import org.dcos.domain.access.ApiToken;
import org.dcos.domain.access.Caller;
import org.dcos.domain.access.Credentials;
import org.dcos.domain.access.IssuedToken;
import org.dcos.domain.access.Role;
import org.dcos.domain.access.TokenOrder;
import org.dcos.domain.access.User;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.audit.AuditLog;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rules about users and tokens; every change is audited. There is always an administrator left. */
@Component(service = Access.class)
public final class AccessService implements Access {

    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 200;
    private static final int LONGEST_NAME = 200;
    /** No colon: user and password travel as {@code USER:PASSWORD} (RFC 7617 §2). */
    private static final String USER_NAME = "[\\p{L}\\p{N}._@-]{1,64}";

    private final Credentials credentials;
    private final AuditLog audit;
    private final InstantSource clock;

    @Activate
    public AccessService(@Reference Credentials credentials, @Reference AuditLog audit) {
        this(credentials, audit, InstantSource.system());
    }

    /** For tests: a clock that the test moves. */
    AccessService(Credentials credentials, AuditLog audit, InstantSource clock) {
        this.credentials = credentials;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Caller me() {
        return Caller.current();
    }

    @Override
    public IssuedToken issue(TokenOrder order) throws Problem {
        var violations = new ArrayList<Invalid.Violation>();
        Role own = Caller.current().role();
        if (!own.includes(order.role())) {
            violations.add(new Invalid.Violation("role",
                    "A token has at most the role of who asks for it, here %s.".formatted(own)));
        }
        if (order.name().isBlank() || order.name().length() > LONGEST_NAME) {
            violations.add(new Invalid.Violation("name",
                    "Say what the token is for, in 1 to %d characters.".formatted(LONGEST_NAME)));
        }
        Instant now = clock.instant();
        if (order.expires().filter(end -> !end.isAfter(now)).isPresent()) {
            violations.add(new Invalid.Violation("expires", "%s is past.".formatted(order.expires().get())));
        }
        refuse(violations);
        IssuedToken issued = credentials.issue(order);
        log("token.issue", issued.token().id(), "Token '%s' with role %s".formatted(order.name(), order.role()));
        return issued;
    }

    @Override
    public List<ApiToken> tokens() {
        return credentials.tokens();
    }

    @Override
    public void revoke(UUID token) throws Problem {
        if (!credentials.revoke(token)) {
            throw NotFound.of("token", token);
        }
        log("token.revoke", token, "Token revoked");
    }

    @Override
    public List<User> users() {
        return credentials.users();
    }

    @Override
    public User saveUser(String name, Role role, Secret password) throws Problem {
        var violations = new ArrayList<Invalid.Violation>();
        if (!name.matches(USER_NAME)) {
            violations.add(new Invalid.Violation("name", "A user name has 1 to 64 letters, digits and . _ @ -."));
        }
        int length = password.reveal().length;
        if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD) {
            violations.add(new Invalid.Violation("password", "A password has %d to %d characters, this one has %d."
                    .formatted(SHORTEST_PASSWORD, LONGEST_PASSWORD, length)));
        }
        refuse(violations);
        Optional<User> before = credentials.users().stream().filter(u -> u.name().equals(name)).findFirst();
        if (before.isPresent() && role != Role.ADMINISTRATOR) {
            keepAnAdministrator(before.get());
        }
        User saved = credentials.saveUser(name, role, password);
        log("user.save", saved.id(), "%s user '%s' with role %s, new password"
                .formatted(before.isPresent() ? "Changed" : "Created", name, role));
        return saved;
    }

    @Override
    public void deleteUser(UUID id) throws Problem {
        User user = credentials.users().stream().filter(u -> u.id().equals(id)).findFirst()
                .orElseThrow(() -> NotFound.of("user", id));
        keepAnAdministrator(user);
        credentials.deleteUser(id);
        log("user.delete", id, "Deleted user '%s'".formatted(user.name()));
    }

    private void keepAnAdministrator(User leaving) throws Conflict {
        boolean another = credentials.users().stream()
                .anyMatch(u -> u.role() == Role.ADMINISTRATOR && !u.id().equals(leaving.id()));
        if (leaving.role() == Role.ADMINISTRATOR && !another) {
            throw new Conflict("'%s' is the only administrator. Make another one first.".formatted(leaving.name()));
        }
    }

    private static void refuse(List<Invalid.Violation> violations) throws Invalid {
        if (!violations.isEmpty()) {
            throw new Invalid(violations);
        }
    }

    private void log(String action, UUID subject, String what) {
        Caller caller = Caller.current();
        audit.append(new AuditEntry(0, clock.instant(), caller.name(), caller.origin(), action, Optional.of(subject),
                what, ""));
    }
}
