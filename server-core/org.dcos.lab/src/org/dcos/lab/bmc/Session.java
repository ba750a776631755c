package org.dcos.lab.bmc;

import org.dcos.net.ipmi.wire.CipherSuite;
import org.dcos.net.ipmi.wire.PrivilegeLevel;
import org.dcos.net.ipmi.wire.RakpExchange;
import org.dcos.net.ipmi.wire.SessionKeys;

/** One RMCP+ session, from Open Session Request to its end. Confined to its controller. */
final class Session {

    /** Of commands that come outside of a session. */
    static final Session NONE = new Session(0, 0, 0, CipherSuite.SUITE_0, PrivilegeLevel.CALLBACK, 0);

    /** How far the set-up has come (IPMI v2.0 r1.1 §13.15). */
    enum Stage {
        OPENED, CHALLENGED, ACTIVE
    }

    private final int number;
    private final int id;
    private final int consoleId;
    private final CipherSuite suite;
    private final SequenceWindow window = new SequenceWindow(0);
    private Stage stage = Stage.OPENED;
    private PrivilegeLevel limit;
    private PrivilegeLevel level = PrivilegeLevel.USER;
    private int userId;
    private RakpExchange exchange;
    private byte[] password = {};
    private SessionKeys keys = SessionKeys.NONE;
    private int sent;
    private long lastUsed;

    /** @param number handle of 1 to the most sessions a controller has */
    Session(int number, int id, int consoleId, CipherSuite suite, PrivilegeLevel limit, long now) {
        this.number = number;
        this.id = id;
        this.consoleId = consoleId;
        this.suite = suite;
        this.limit = limit;
        this.lastUsed = now;
    }

    void challenge(RakpExchange newExchange, UserAccount user, PrivilegeLevel newLimit) {
        exchange = newExchange;
        password = user.password();
        userId = user.id();
        limit = newLimit;
        level = newLimit.compareTo(PrivilegeLevel.USER) < 0 ? newLimit : PrivilegeLevel.USER;
        stage = Stage.CHALLENGED;
    }

    void activate(SessionKeys newKeys) {
        keys = newKeys;
        stage = Stage.ACTIVE;
    }

    int number() {
        return number;
    }

    int id() {
        return id;
    }

    int consoleId() {
        return consoleId;
    }

    CipherSuite suite() {
        return suite;
    }

    Stage stage() {
        return stage;
    }

    int userId() {
        return userId;
    }

    RakpExchange exchange() {
        return exchange;
    }

    byte[] password() {
        return password;
    }

    SessionKeys keys() {
        return keys;
    }

    /** Highest level that Set Session Privilege Level may ask for. */
    PrivilegeLevel limit() {
        return limit;
    }

    PrivilegeLevel level() {
        return level;
    }

    void setLevel(PrivilegeLevel newLevel) {
        level = newLevel;
    }

    boolean accept(int sequence) {
        return window.accept(sequence);
    }

    /** Sequence number of the next packet to the console; never 0. */
    int nextSequence() {
        sent = sent == -1 ? 1 : sent + 1;
        return sent;
    }

    boolean hasSent() {
        return sent != 0;
    }

    long lastUsed() {
        return lastUsed;
    }

    void use(long now) {
        lastUsed = now;
    }
}
