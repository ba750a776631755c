package org.dcos.domain.bmc;

import java.time.Duration;

/** Why a conversation with a BMC did not succeed, in parts, so that each reader can be told in his own language. */
public record BmcTrouble(String address, int port, Cause cause) {

    /** What an operator would do differently about it. */
    public sealed interface Cause {

        /** @param maybeDone the last thing asked may have been done all the same */
        record NoAnswer(int tries, Duration waited, boolean maybeDone) implements Cause {}

        /** The question never left this machine: too many wait for this BMC, or the server-core is stopping. */
        record NotSent() implements Cause {}

        /** What stands in the record of the BMC is no address. */
        record NoAddress() implements Cause {}

        record WrongLogin(String user) implements Cause {}

        /** The vault has no login for it any more. */
        record LoginForgotten() implements Cause {}

        /**
         * @param command        the specification's name of what was asked
         * @param completionCode other than 00h (IPMI v2.0 §5.2)
         */
        record Refused(String command, int completionCode) implements Cause {}

        /** @param status RMCP+ status code (IPMI v2.0 table 13-15) */
        record SessionRefused(int status) implements Cause {}

        /** No cipher suite in common that is safe. */
        record NoSafeSuite() implements Cause {}

        /** @param detail what breaks the specification, in English */
        record NotIpmi(String detail) implements Cause {}

        /** @param told the Redfish service's own words, or what it lacks */
        record RefusedByRedfish(String told) implements Cause {}

        /** @param detail what breaks the specification of Redfish, in English */
        record NotRedfish(String detail) implements Cause {}

        /**
         * Its Redfish service shows another certificate than before; nothing was sent.
         *
         * @param shown    SHA-256 of the one it shows
         * @param expected of the one known
         */
        record OtherCertificate(String shown, String expected) implements Cause {}
    }
}
