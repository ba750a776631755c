package org.dcos.domain.access;

import java.util.List;
import java.util.UUID;

import org.dcos.domain.Secret;
import org.dcos.domain.problem.Problem;

/** Tokens and users of a server-core. */
public interface Access {

    /** Who the caller is to the server-core. */
    Caller me() throws Problem;

    /** Issues a token for the caller. Needs no more than to be authenticated; the role is at most the caller's. */
    IssuedToken issue(TokenOrder order) throws Problem;

    List<ApiToken> tokens() throws Problem;

    void revoke(UUID token) throws Problem;

    List<User> users() throws Problem;

    /** Creates a user, or sets role and password of an existing one. The password has 12 characters or more. */
    User saveUser(String name, Role role, Secret password) throws Problem;

    void deleteUser(UUID user) throws Problem;
}
