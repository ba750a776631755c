package org.dcos.net.ipmi.client;

import java.security.MessageDigest;
import org.dcos.net.ipmi.wire.CipherSuite;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.dcos.net.ipmi.wire.OpenSessionRequest;
import org.dcos.net.ipmi.wire.OpenSessionResponse;
import org.dcos.net.ipmi.wire.Rakp1;
import org.dcos.net.ipmi.wire.Rakp2;
import org.dcos.net.ipmi.wire.Rakp3;
import org.dcos.net.ipmi.wire.Rakp4;
import org.dcos.net.ipmi.wire.RakpExchange;
import org.dcos.net.ipmi.wire.RakpKeys;
import org.dcos.net.ipmi.wire.RakpStatus;
import org.dcos.net.ipmi.wire.SessionKeys;

/**
 * One login: Open Session, RAKP 1 to 4 (IPMI v2.0 r1.1 §13.15 to §13.23), with one cipher suite. Messages in and out,
 * no time and no sending: the session decides on tries.
 *
 * <p>Each try of RAKP message 1 has a tag of its own and only the answer to the newest counts: a BMC may draw a new
 * random number for each, and an older answer would then lead to other keys than the BMC's. Of Open Session any answer
 * counts.
 */
final class Handshake {

    /** What to do after a message of the BMC. */
    sealed interface Step {

        /** Go on with the next message. */
        record Next() implements Step {}

        /** The login succeeded. */
        record Established(SessionKeys keys) implements Step {}

        /** This cipher suite is not accepted; another may be. */
        record OtherSuite() implements Step {}

        /** No session is free now, or the BMC has lost the thread: start again a little later. */
        record Again(int status) implements Step {}

        record Failed(IpmiException reason) implements Step {}

        /** No answer to what was asked: drop it. */
        record Ignored() implements Step {}
    }

    private static final Step NEXT = new Step.Next();
    private static final Step IGNORED = new Step.Ignored();

    private final BmcTarget target;
    private final CipherSuite suite;
    private final int consoleSessionId;
    private final byte[] consoleRandom;
    private final int role;
    private int tag;
    private int bmcSessionId;
    private RakpExchange exchange;
    private byte[] sessionIntegrityKey = {};

    /** @param consoleRandom 16 unpredictable bytes, fresh for each login */
    Handshake(BmcTarget target, CipherSuite suite, int consoleSessionId, byte[] consoleRandom) {
        this.target = target;
        this.suite = suite;
        this.consoleSessionId = consoleSessionId;
        this.consoleRandom = consoleRandom.clone();
        this.role = Rakp1.NAME_ONLY_LOOKUP | target.privilege().code();
        this.exchange = exchangeWith(new byte[Rakp1.RANDOM_LENGTH], new byte[Rakp2.GUID_LENGTH]);
    }

    CipherSuite suite() {
        return suite;
    }

    int consoleSessionId() {
        return consoleSessionId;
    }

    int bmcSessionId() {
        return bmcSessionId;
    }

    byte[] openSession() {
        return new OpenSessionRequest(nextTag(), target.privilege().code(), consoleSessionId, suite.algorithms())
                .encode();
    }

    byte[] rakp1() {
        return new Rakp1(nextTag(), bmcSessionId, consoleRandom, role, target.credential().userName()).encode();
    }

    byte[] rakp3() {
        return new Rakp3(nextTag(), RakpStatus.NO_ERRORS.code(), bmcSessionId,
                RakpKeys.rakp3AuthCode(exchange, target.credential().password())).encode();
    }

    /** Tells the BMC that its message 2 was not right, so that it ends the login at once (§13.22). */
    byte[] rakp3Refusal() {
        return new Rakp3(nextTag(), RakpStatus.INVALID_INTEGRITY_CHECK_VALUE.code(), bmcSessionId, new byte[0])
                .encode();
    }

    Step onOpenSession(byte[] payload) throws MalformedIpmiMessage {
        var response = OpenSessionResponse.decode(payload);
        // an answer to an earlier try is as good: each try makes the BMC set a session aside, so none is wasted
        boolean accepted = response.status() == RakpStatus.NO_ERRORS.code()
                && response.consoleSessionId() == consoleSessionId;
        if (!accepted && !isAnswer(response.tag(), response.consoleSessionId(), response.status())) {
            return IGNORED;
        }
        if (response.status() != RakpStatus.NO_ERRORS.code()) {
            return refusedOpen(response.status());
        }
        if (response.bmcSessionId() == 0 || !response.algorithms().equals(suite.algorithms())) {
            return new Step.Failed(new ProtocolViolation(target.address(),
                    "it opened a session with %s where cipher suite %d was asked".formatted(response.algorithms(),
                            suite.id())));
        }
        bmcSessionId = response.bmcSessionId();
        return NEXT;
    }

    Step onRakp2(byte[] payload) throws MalformedIpmiMessage {
        var message = Rakp2.decode(payload);
        if (!isAnswer(message.tag(), message.consoleSessionId(), message.status())) {
            return IGNORED;
        }
        if (message.status() != RakpStatus.NO_ERRORS.code()) {
            return refusedLogin(message.status());
        }
        exchange = exchangeWith(message.bmcRandom(), message.bmcGuid());
        byte[] expected = RakpKeys.rakp2AuthCode(exchange, target.credential().password());
        if (!MessageDigest.isEqual(expected, message.authCode())) {
            return new Step.Failed(new WrongPassword(target.address(),
                    "the password of %s is not the BMC's".formatted(target.credential())));
        }
        sessionIntegrityKey = RakpKeys.sessionIntegrityKey(exchange, target.credential().bmcKey());
        return NEXT;
    }

    Step onRakp4(byte[] payload) throws MalformedIpmiMessage {
        var message = Rakp4.decode(payload);
        if (message.consoleSessionId() != consoleSessionId
                && (message.consoleSessionId() != 0 || message.status() == RakpStatus.NO_ERRORS.code())) {
            return IGNORED;
        }
        if (message.status() != RakpStatus.NO_ERRORS.code()) {
            return refusedLogin(message.status());
        }
        byte[] expected = RakpKeys.rakp4CheckValue(exchange, suite, sessionIntegrityKey);
        if (!MessageDigest.isEqual(expected, message.integrityCheckValue())) {
            return new Step.Failed(new WrongPassword(target.address(),
                    "the BMC has a key of its own (KG) that is not the credential's"));
        }
        return new Step.Established(RakpKeys.sessionKeys(suite, sessionIntegrityKey));
    }

    /** Refusals may come with session ID 0: then the tag alone links them. */
    private boolean isAnswer(int answerTag, int answerSessionId, int status) {
        return answerTag == tag && (answerSessionId == consoleSessionId
                || answerSessionId == 0 && status != RakpStatus.NO_ERRORS.code());
    }

    private Step refusedOpen(int code) {
        return RakpStatus.of(code).map(status -> switch (status) {
            case INSUFFICIENT_RESOURCES, INSUFFICIENT_RESOURCES_FOR_ROLE -> new Step.Again(code);
            case INVALID_AUTHENTICATION_ALGORITHM, INVALID_INTEGRITY_ALGORITHM, INVALID_CONFIDENTIALITY_ALGORITHM,
                    NO_CIPHER_SUITE_MATCH, NO_MATCHING_AUTHENTICATION_PAYLOAD, NO_MATCHING_INTEGRITY_PAYLOAD,
                    ILLEGAL_PARAMETER -> new Step.OtherSuite();
            case NO_ERRORS, INVALID_SESSION_ID, INVALID_PAYLOAD_TYPE, INACTIVE_SESSION_ID, INVALID_ROLE,
                    UNAUTHORIZED_ROLE, INVALID_NAME_LENGTH, UNAUTHORIZED_NAME, UNAUTHORIZED_GUID,
                    INVALID_INTEGRITY_CHECK_VALUE -> refused(code);
        }).orElseGet(() -> refused(code));
    }

    private Step refusedLogin(int code) {
        return RakpStatus.of(code).map(status -> switch (status) {
            case INSUFFICIENT_RESOURCES, INSUFFICIENT_RESOURCES_FOR_ROLE, INVALID_SESSION_ID, INACTIVE_SESSION_ID ->
                    new Step.Again(code);
            case INVALID_NAME_LENGTH, UNAUTHORIZED_NAME, UNAUTHORIZED_GUID, INVALID_INTEGRITY_CHECK_VALUE ->
                    new Step.Failed(new WrongPassword(target.address(), "%s, %s".formatted(target.credential(),
                            RakpStatus.textOf(code))));
            case NO_ERRORS, INVALID_PAYLOAD_TYPE, INVALID_AUTHENTICATION_ALGORITHM, INVALID_INTEGRITY_ALGORITHM,
                    NO_MATCHING_AUTHENTICATION_PAYLOAD, NO_MATCHING_INTEGRITY_PAYLOAD, INVALID_ROLE,
                    UNAUTHORIZED_ROLE, INVALID_CONFIDENTIALITY_ALGORITHM, NO_CIPHER_SUITE_MATCH, ILLEGAL_PARAMETER ->
                    refused(code);
        }).orElseGet(() -> refused(code));
    }

    private Step refused(int code) {
        return new Step.Failed(new SessionRefused(target.address(), code));
    }

    private int nextTag() {
        tag = tag + 1 & 0xFF;
        return tag;
    }

    private RakpExchange exchangeWith(byte[] bmcRandom, byte[] bmcGuid) {
        return new RakpExchange(suite.authentication(), consoleSessionId, bmcSessionId, consoleRandom, bmcRandom,
                bmcGuid, role, target.credential().userName());
    }
}
