package org.dcos.client.service;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Secret;
import org.dcos.domain.access.Access;
import org.dcos.domain.access.ApiToken;
import org.dcos.domain.access.Caller;
import org.dcos.domain.access.IssuedToken;
import org.dcos.domain.access.Role;
import org.dcos.domain.access.TokenOrder;
import org.dcos.domain.access.User;
import org.dcos.domain.problem.Problem;
import org.dcos.wire.endpoint.AccessEndpoints;
import org.dcos.wire.endpoint.Endpoint.ById;
import org.dcos.wire.endpoint.Endpoint.None;
import org.dcos.wire.endpoint.Lists;

/** Users and tokens over the wire. */
final class RemoteAccess implements Access {

    private final Calls calls;

    RemoteAccess(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Caller me() throws Problem {
        return calls.call(AccessEndpoints.ME, new None());
    }

    @Override
    public IssuedToken issue(TokenOrder order) throws Problem {
        return calls.call(AccessEndpoints.ISSUE_TOKEN, new AccessEndpoints.IssueToken(order));
    }

    @Override
    public List<ApiToken> tokens() throws Problem {
        return Lists.all(page -> calls.call(AccessEndpoints.LIST_TOKENS,
                new AccessEndpoints.ListTokens(Optional.empty(), page)));
    }

    @Override
    public void revoke(UUID token) throws Problem {
        calls.call(AccessEndpoints.REVOKE_TOKEN, new ById(token));
    }

    @Override
    public List<User> users() throws Problem {
        return Lists.all(
                page -> calls.call(AccessEndpoints.LIST_USERS, new AccessEndpoints.ListUsers(Optional.empty(), page)));
    }

    @Override
    public User saveUser(String name, Role role, Secret password) throws Problem {
        return calls.call(AccessEndpoints.SAVE_USER,
                new AccessEndpoints.SaveUser(new AccessEndpoints.UserOrder(name, role, password)));
    }

    @Override
    public void deleteUser(UUID user) throws Problem {
        calls.call(AccessEndpoints.DELETE_USER, new ById(user));
    }
}
