package org.dcos.net.redfish.client;

/** User name or password is refused. It is not tried again, so that no account is locked. */
public final class WrongLogin extends RedfishException {

    private static final long serialVersionUID = 1L;

    private final String user;

    WrongLogin(RedfishTarget target, String user, String told) {
        super("The BMC at %s refuses the login of '%s'%s. Correct the user name or password.".formatted(target, user,
                told.isEmpty() ? "" : " (" + told + ")"));
        this.user = user;
    }

    public String user() {
        return user;
    }
}
