package org.dcos.domain.bringup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.dcos.domain.bmc.BmcIdentity;

/**
 * A BMC on its way.
 *
 * @param version  counts the saves
 * @param mac      of the BMC, lower case with colons; empty for one that was not found by DHCP and has not told yet
 * @param address  where it answers now
 * @param port     UDP port
 * @param found    how it was recognised as a BMC, in words
 * @param stage    how far it has come
 * @param trouble  why it stands still, and what to do; empty while it goes on by itself
 * @param server   the planned server, once it is matched
 * @param identity what it told about itself
 * @param steps    in their order; those that are behind it have their evidence
 * @param seen     when it first asked
 * @param changed  when it last came on
 */
public record Arrival(UUID id, long version, String mac, String address, int port, String found, Stage stage,
        Optional<Trouble> trouble, Optional<UUID> server, Optional<BmcIdentity> identity, List<Step> steps,
        Instant seen, Instant changed) {

    public Arrival {
        steps = List.copyOf(steps);
    }

    /** One that was just seen. */
    public static Arrival seen(UUID id, String mac, String address, int port, String found, Instant now) {
        return new Arrival(id, 0, mac, address, port, found, Stage.SEEN, Optional.empty(), Optional.empty(),
                Optional.empty(), Stream.of(Step.Kind.values())
                        .map(kind -> new Step(kind, false, Optional.empty(), "")).toList(),
                now, now);
    }

    /** Answering at another address. */
    public Arrival at(String other) {
        return new Arrival(id, version, mac, other, port, found, stage, trouble, server, identity, steps, seen,
                changed);
    }

    /** Standing still, or going on again. */
    public Arrival with(Optional<Trouble> now, Instant moment) {
        return new Arrival(id, version + 1, mac, address, port, found, stage, now, server, identity, steps, seen,
                moment);
    }

    /** Known for what it is. */
    public Arrival told(BmcIdentity who, String itsMac) {
        return new Arrival(id, version, itsMac, address, port, found, stage, trouble, server, Optional.of(who), steps,
                seen, changed);
    }

    /** Belonging to a planned server, or to none. */
    public Arrival of(Optional<UUID> planned) {
        return new Arrival(id, version, mac, address, port, found, stage, trouble, planned, identity, steps, seen,
                changed);
    }

    /** With a step behind it. */
    public Arrival did(Step.Kind kind, String evidence, Instant now) {
        return new Arrival(id, version + 1, mac, address, port, found, stageAfter(kind), Optional.empty(), server,
                identity, steps.stream()
                        .map(step -> step.kind() == kind ? new Step(kind, true, Optional.of(now), evidence) : step)
                        .toList(),
                seen, now);
    }

    /** Standing before a step again that it had behind it. */
    public Arrival undid(Step.Kind kind) {
        return new Arrival(id, version, mac, address, port, found, stage, trouble, server, identity, steps.stream()
                .map(step -> step.kind() == kind ? new Step(kind, false, Optional.empty(), "") : step).toList(), seen,
                changed);
    }

    private Stage stageAfter(Step.Kind kind) {
        return switch (kind) {
            case LOGIN, IDENTIFY, COMPARE, PASSWORD, CLOSE, CLOCK, ADDRESS, CHECK -> stage;
            case MATCH -> Stage.IDENTIFIED;
            case ACCEPT -> Stage.ACCEPTED;
            case RELEASE -> Stage.AVAILABLE;
        };
    }

    /** The step that is done next or stands still; empty when all are behind it. */
    public Optional<Step> current() {
        return steps.stream().filter(step -> !step.done()).findFirst();
    }

    /**
     * @param done     behind it
     * @param at       when it was done or last tried; empty as long as it was not tried
     * @param evidence what was found and done, in English
     */
    public record Step(Kind kind, boolean done, Optional<Instant> at, String evidence) {

        /** The steps, in the order in which they are done. */
        public enum Kind {
            /** A login from the ladder of first logins opens it. */
            LOGIN,
            /** It tells who it is. */
            IDENTIFY,
            /** One planned server is that. */
            MATCH,
            /** It is made of what was bought. */
            COMPARE,
            /** It has a password that no other BMC has. */
            PASSWORD,
            /** What should not be open is closed: cipher suite 0, accounts without a name. */
            CLOSE,
            /** Its clock is right. */
            CLOCK,
            /** It has its static address and answers there. */
            ADDRESS,
            /** The server is ACCEPTED in the records. */
            ACCEPT,
            /** Power, sensors and log were looked at and are well. */
            CHECK,
            /** The server is AVAILABLE in the records. */
            RELEASE
        }
    }

    /**
     * Why it stands still.
     *
     * @param sentence   what is wrong, in English
     * @param cure       what to do about it, in English
     * @param quarantine whether a person has to decide; else it is tried again by itself at {@code next}
     */
    public record Trouble(Cause cause, String sentence, String cure, boolean quarantine, Optional<Instant> next) {}

    /** What can be wrong. */
    public enum Cause {
        /** The serial number is none: empty, zeros, a placeholder of the maker. */
        JUNK_SERIAL,
        /** Another BMC tells the same serial number. */
        DUPLICATE,
        /** No planned server is known by its serial number, MAC or switch port. */
        STRANGER,
        /** None of the first logins opens it. */
        WRONG_LOGIN,
        /** It is not made of what was bought. */
        DIFFERENT,
        /** It does not answer. */
        SILENT,
        /** It refuses what was asked, or breaks the protocol. */
        REFUSED,
        /** There is no address for it: no out-of-band network is recorded for its place, or it is full. */
        NO_ADDRESS,
        /** It did not answer at its static address; the change was taken back. */
        ADDRESS_LOST,
        /** A check after acceptance is not well. */
        CHECK_FAILED,
        /** The records do not allow the step, as with a server that is in use already. */
        RECORDS
    }
}
