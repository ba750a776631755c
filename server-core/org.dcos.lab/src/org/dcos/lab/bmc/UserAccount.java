package org.dcos.lab.bmc;

import java.nio.charset.StandardCharsets;
import org.dcos.net.ipmi.wire.PrivilegeLevel;

/** One of the controller's user slots (IPMI v2.0 r1.1 §22.26 to §22.30). Its password never shows in texts. */
final class UserAccount {

    private final int id;
    private String name;
    private byte[] password;
    private PrivilegeLevel limit;
    private boolean enabled;

    UserAccount(int id, String name, String password, PrivilegeLevel limit, boolean enabled) {
        this.id = id;
        this.name = name;
        this.password = password.getBytes(StandardCharsets.UTF_8);
        this.limit = limit;
        this.enabled = enabled;
    }

    int id() {
        return id;
    }

    String name() {
        return name;
    }

    void rename(String newName) {
        name = newName;
    }

    byte[] password() {
        return password;
    }

    void setPassword(byte[] newPassword) {
        password = newPassword.clone();
    }

    /** Highest privilege level of its sessions. */
    PrivilegeLevel limit() {
        return limit;
    }

    void limitTo(PrivilegeLevel newLimit) {
        limit = newLimit;
    }

    boolean isEnabled() {
        return enabled;
    }

    void enable(boolean on) {
        enabled = on;
    }

    @Override
    public String toString() {
        return "user %d %s".formatted(id, name);
    }
}
