package org.dcos.domain.bringup;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.problem.Problem;

/**
 * Brings servers from the power cord into the pool with no hand on anything. A BMC that gets an address by DHCP is
 * recognised, asked who it is, matched to a planned server, compared with what was bought, given its own password and
 * its own static address, and made AVAILABLE when its checks are well. Every step is kept with its evidence before the
 * next begins, so that it goes on where it was after the process was killed; a second run changes nothing. What does
 * not fit waits in quarantine for a decision.
 */
public interface BringUp {

    /** Those that the filter wants, the newest change first. */
    Page<Arrival> arrivals(ArrivalFilter filter, PageRequest page) throws Problem;

    Arrival arrival(UUID id) throws Problem;

    /**
     * Begins with a BMC that has its address already, as one that was found by a sweep, or a static one.
     *
     * @throws org.dcos.domain.problem.Conflict when it is under way already
     */
    Arrival begin(BringUpOrder order) throws Problem;

    /** Goes on with what failed or is in quarantine, from the step where it stands. */
    Arrival retry(UUID id) throws Problem;

    /**
     * Decides by hand which server a BMC in quarantine belongs to, and goes on.
     *
     * @param reason is kept with the decision
     */
    Arrival assign(UUID id, UUID server, String reason) throws Problem;

    /** Accepts a difference between what was bought and what is there, and goes on. @param reason is kept with it */
    Arrival accept(UUID id, String reason) throws Problem;

    /** Takes it off the board; should its BMC ask for an address again, it begins anew. */
    void dismiss(UUID id, String reason) throws Problem;

    BringUpSettings settings() throws Problem;

    /** @throws org.dcos.domain.problem.Invalid naming every broken rule */
    BringUpSettings save(BringUpSettings settings) throws Problem;

    /**
     * Takes the maker's list of first logins: CSV (UTF-8 or GB18030) whose first line names the columns, in English or
     * Chinese: serial number or MAC, user, password. Passwords go into the vault.
     *
     * @return what was taken, and each line that was not, with the reason
     */
    LoginReport takeLogins(LoginFile file) throws Problem;

    /**
     * The acceptance certificate of a rack: planned against found, unit by unit.
     *
     * @param language {@code en} or {@code zh}
     * @return a PDF file
     */
    byte[] certificate(UUID rack, String language) throws Problem;

    /** Which arrivals are wanted; empty means any. */
    record ArrivalFilter(Optional<Stage> stage, Optional<Boolean> troubled, Optional<UUID> server, Optional<UUID> rack,
            Optional<String> text) {

        public static final ArrivalFilter ALL = new ArrivalFilter(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    /** @param address IPv4 of a BMC; @param port UDP port, 623 by default */
    record BringUpOrder(String address, int port) {}

    /** @param name file name; its ending tells the format */
    record LoginFile(String name, byte[] content) {

        /** Largest file taken, 16 MiB. */
        public static final int MAX_BYTES = 16 << 20;

        public LoginFile {
            content = content.clone();
        }

        @Override
        public byte[] content() {
            return content.clone();
        }
    }

    record LoginReport(int taken, List<Refused> refused) {

        public LoginReport {
            refused = List.copyOf(refused);
        }

        /** @param line 1 for the header */
        public record Refused(int line, String reason) {}
    }
}
