package org.dcos.net.redfish.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A user and his password, which does not show. */
public final class RedfishLogin {

    private final String user;
    private final String password;

    private RedfishLogin(String user, String password) {
        this.user = user;
        this.password = password;
    }

    /** @param password copied */
    public static RedfishLogin of(String user, char[] password) {
        return new RedfishLogin(user, new String(password));
    }

    public String user() {
        return user;
    }

    String password() {
        return password;
    }

    /** RFC 7617 §2. */
    String basic() {
        return "Basic "
                + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RedfishLogin login && user.equals(login.user) && password.equals(login.password);
    }

    @Override
    public int hashCode() {
        return user.hashCode();
    }

    @Override
    public String toString() {
        return "login of " + user;
    }
}
