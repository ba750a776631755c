package org.dcos.wire.endpoint;

import java.util.List;
import java.util.Optional;

import org.dcos.domain.About;
import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.Secret;
import org.dcos.domain.access.ApiToken;
import org.dcos.domain.access.Caller;
import org.dcos.domain.access.IssuedToken;
import org.dcos.domain.access.Role;
import org.dcos.domain.access.TokenOrder;
import org.dcos.domain.access.User;
import org.dcos.wire.endpoint.Endpoint.ById;
import org.dcos.wire.endpoint.Endpoint.None;

import tools.jackson.core.type.TypeReference;

/** Who may come in: version, users and tokens. */
public final class AccessEndpoints {

    public record ListTokens(Optional<Role> role, PageRequest page) {}

    public record IssueToken(TokenOrder body) {}

    public record ListUsers(Optional<Role> role, PageRequest page) {}

    /** @param password 12 characters or more */
    public record UserOrder(String name, Role role, Secret password) {}

    public record SaveUser(UserOrder body) {}

    public static final Endpoint<None, About> VERSION = Endpoint.get("get-version", "/version", None.class, About.class,
            "What answers here, and in which version; open to anyone.", (core, _) -> core.about()).openToAnyone();

    public static final Endpoint<None, Caller> ME = Endpoint.get("get-me", "/me", None.class, Caller.class,
            "Who the caller is to the server-core.", (core, _) -> core.access().me());

    public static final Endpoint<ListTokens, Page<ApiToken>> LIST_TOKENS = Endpoint.get("list-tokens", "/tokens",
            ListTokens.class, new TypeReference<Page<ApiToken>>() {}, "Lists the tokens, without their text.",
            (core, q) -> Lists.part(core.access().tokens().stream()
                    .filter(t -> q.role().map(t.role()::equals).orElse(true)).toList(), q.page()))
            .needs(Role.ADMINISTRATOR);

    public static final Endpoint<IssueToken, IssuedToken> ISSUE_TOKEN = Endpoint
            .post("issue-token", "/tokens", IssueToken.class,
                    IssuedToken.class, "Issues a token. Here, and only here, user and password (Basic) are taken too.",
                    (core, q) -> core.access().issue(q.body()))
            .needs(Role.VIEWER).succeeds(201);

    public static final Endpoint<ById, Void> REVOKE_TOKEN = Endpoint.delete("revoke-token", "/tokens/{id}",
            "Makes a token invalid at once.", (core, id) -> core.access().revoke(id)).needs(Role.ADMINISTRATOR);

    public static final Endpoint<ListUsers, Page<User>> LIST_USERS = Endpoint
            .get("list-users", "/users", ListUsers.class,
                    new TypeReference<Page<User>>() {}, "Lists those who sign in with a password.",
                    (core, q) -> Lists.part(core.access().users().stream()
                            .filter(u -> q.role().map(u.role()::equals).orElse(true)).toList(), q.page()))
            .needs(Role.ADMINISTRATOR);

    public static final Endpoint<SaveUser, User> SAVE_USER = Endpoint
            .post("save-user", "/users", SaveUser.class, User.class,
                    "Creates a user, or sets role and password of the one with this name.",
                    (core, q) -> core.access().saveUser(q.body().name(), q.body().role(), q.body().password()))
            .needs(Role.ADMINISTRATOR);

    public static final Endpoint<ById, Void> DELETE_USER = Endpoint
            .delete("delete-user", "/users/{id}", "Deletes a user.",
                    (core, id) -> core.access().deleteUser(id))
            .needs(Role.ADMINISTRATOR);

    static List<Endpoint<?, ?>> all() {
        return List.of(VERSION, ME, LIST_TOKENS, ISSUE_TOKEN, REVOKE_TOKEN, LIST_USERS, SAVE_USER, DELETE_USER);
    }

    private AccessEndpoints() {}
}
