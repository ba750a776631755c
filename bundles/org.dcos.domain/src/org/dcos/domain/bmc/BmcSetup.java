package org.dcos.domain.bmc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.dcos.domain.Secret;

/**
 * Reads and changes how a BMC itself is set up. Blocks the (virtual) thread, one conversation at a time as with
 * {@link BmcDriver}. A change whose answer got lost is told as SILENT: read it back before it is tried again.
 */
public interface BmcSetup {

    /** What the machine is made of, as far as its BMC tells. */
    List<Part> parts(BmcEndpoint bmc) throws BmcFailure, InterruptedException;

    /** Its accounts, empty places left out. */
    List<BmcUser> users(BmcEndpoint bmc) throws BmcFailure, InterruptedException;

    /** Sets the name, privilege and whether the account is on; the password stays. */
    void user(BmcEndpoint bmc, BmcUser user) throws BmcFailure, InterruptedException;

    /**
     * Makes an account that is on. Interrupted, there may be one of that name that is off or has no password yet.
     *
     * @param user its number where the BMC leaves that to who asks, as with IPMI
     * @return as it is then
     */
    default BmcUser make(BmcEndpoint bmc, BmcUser user, Secret password) throws BmcFailure, InterruptedException {
        user(bmc, new BmcUser(user.id(), user.name(), false, user.privilege()));
        password(bmc, user.id(), password);
        user(bmc, user);
        return user;
    }

    /**
     * Gives an account another password. Whether the BMC has taken it is found out by a login with the new one: a lost
     * answer means it may have.
     */
    void password(BmcEndpoint bmc, int user, Secret password) throws BmcFailure, InterruptedException;

    LanSettings lan(BmcEndpoint bmc) throws BmcFailure, InterruptedException;

    /** The BMC may stop answering at the old address before it has answered. */
    void lan(BmcEndpoint bmc, LanSettings settings) throws BmcFailure, InterruptedException;

    /** What the BMC's clock says, when it was asked. */
    Instant clock(BmcEndpoint bmc) throws BmcFailure, InterruptedException;

    void clock(BmcEndpoint bmc, Instant time) throws BmcFailure, InterruptedException;

    /** What is open that should not be. */
    Set<Weakness> weaknesses(BmcEndpoint bmc) throws BmcFailure, InterruptedException;

    /** Closes one of them. */
    void close(BmcEndpoint bmc, Weakness weakness) throws BmcFailure, InterruptedException;

    /** Starts the BMC anew, not its server. @param cold with everything it keeps in memory set back */
    void reset(BmcEndpoint bmc, boolean cold) throws BmcFailure, InterruptedException;

    /** The watchdog timer; empty where there is none. */
    Optional<Watchdog> watchdog(BmcEndpoint bmc) throws BmcFailure, InterruptedException;

    /** Stops the watchdog timer. */
    void stopWatchdog(BmcEndpoint bmc) throws BmcFailure, InterruptedException;

    /** What the whole machine draws; empty where the BMC does not measure it. */
    Optional<PowerDraw> draw(BmcEndpoint bmc) throws BmcFailure, InterruptedException;

    /** Limits what the machine may draw; empty takes the limit away. @param watts by DCMI or its like */
    void powerLimit(BmcEndpoint bmc, Optional<Integer> watts) throws BmcFailure, InterruptedException;

    /** Where the BMC's own alerts go; empty for nowhere. */
    Optional<String> alertsTo(BmcEndpoint bmc) throws BmcFailure, InterruptedException;

    /** Sends the BMC's own alerts (PET traps) to this address; empty sends them nowhere. */
    void alertsTo(BmcEndpoint bmc, Optional<String> address) throws BmcFailure, InterruptedException;

    /**
     * A part of a machine.
     *
     * @param name where it sits, in the BMC's words, e.g. {@code PSU1} or {@code DIMM A3}
     */
    record Part(Kind kind, String name, String manufacturer, String model, String serial, String partNumber) {

        /** What sort of part; OTHER is told, but compared with nothing. */
        public enum Kind {
            CHASSIS, BOARD, CPU, DIMM, DRIVE, PSU, FAN, NIC, RISER, OTHER
        }
    }

    /** @param id the account's number (IPMI v2.0 §22.26) or its place in the list */
    record BmcUser(int id, String name, boolean enabled, Privilege privilege) {

        /** What an account may do at most (IPMI v2.0 §6.8). NONE: no access on this channel. */
        public enum Privilege {
            NONE, CALLBACK, USER, OPERATOR, ADMINISTRATOR, OEM
        }
    }

    /**
     * The BMC's network (IPMI v2.0 §23.2).
     *
     * @param source  where the address comes from
     * @param address IPv4, as {@code mask} and {@code gateway}; the gateway is empty where there is none
     * @param vlan    VLAN ID, empty for untagged
     * @param mac     told only, never set
     */
    record LanSettings(Source source, String address, String mask, Optional<String> gateway, Optional<Integer> vlan,
            String mac) {

        /** Where an address comes from. */
        public enum Source {
            STATIC, DHCP, OTHER
        }
    }

    /** What no BMC should have open in service. */
    enum Weakness {
        /** Cipher suite 0 lets anybody in without a password (IPMI v2.0 table 22-19). */
        CIPHER_SUITE_0,
        /** An account without a name is on. */
        ANONYMOUS,
        /** Sessions of IPMI 1.5 without any authentication are allowed. */
        NO_AUTHENTICATION
    }

    /**
     * @param running  whether it counts
     * @param action   what it does at zero, in words
     * @param timeout  from where it counts down
     * @param left     what is left of it
     */
    record Watchdog(boolean running, String action, Duration timeout, Duration left) {}

    /** @param limit what it is limited to, where a limit is on; all in watts */
    record PowerDraw(int now, int least, int most, int average, Optional<Integer> limit) {}
}
