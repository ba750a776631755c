package org.dcos.lab.bmc;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.dcos.net.ipmi.wire.PrivilegeLevel;

/** One of the controller's user slots (IPMI v2.0 r1.1 §22.26 to §22.30). Its password never shows in texts. */
final class UserAccount {

    /** Of Set User Access (§22.26): may open sessions. */
    static final int MESSAGING = 0x10;
    /** Privilege limit: no access. */
    static final int NO_ACCESS = 0x0F;

    private final int id;
    private String name;
    private byte[] password;
    private int limit;
    private int rights = MESSAGING;
    private boolean enabled;

    UserAccount(int id, String name, String password, PrivilegeLevel limit, boolean enabled) {
        this.id = id;
        this.name = name;
        this.password = password.getBytes(StandardCharsets.UTF_8);
        this.limit = limit.code();
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

    /** Highest privilege level of its sessions; empty for no access. */
    Optional<PrivilegeLevel> limit() {
        return PrivilegeLevel.of(limit);
    }

    /** Bits 6:4 and 3:0 of Get User Access. */
    int access() {
        return rights | limit;
    }

    void limitTo(int newLimit) {
        limit = newLimit;
    }

    void allow(int newRights) {
        rights = newRights;
    }

    boolean mayLogIn() {
        return enabled && limit().isPresent() && (rights & MESSAGING) != 0;
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
