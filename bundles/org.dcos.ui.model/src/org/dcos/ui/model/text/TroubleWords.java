package org.dcos.ui.model.text;

import java.time.Duration;
import java.util.Locale;

import org.dcos.domain.bmc.BmcTrouble;
import org.dcos.domain.bmc.BmcTrouble.Cause;
import org.dcos.domain.status.ServerStatus;

/** Says why a BMC could not be spoken with: what happened, where, and what to do. */
public final class TroubleWords {

    /** Completion code "insufficient privilege" and the busy ones (IPMI v2.0 table 5-2). */
    private static final int NO_RIGHT = 0xD4;
    private static final int BUSY = 0xC0;
    private static final int IN_UPDATE = 0xD1;
    private static final int STARTING = 0xD2;
    /** RMCP+ status "insufficient resources", for all and for the role (IPMI v2.0 table 13-15). */
    private static final int NO_SESSION_FREE = 0x01;
    private static final int NO_SESSION_FREE_FOR_ROLE = 0x0B;

    private final Texts texts;

    public TroubleWords(Texts texts) {
        this.texts = texts;
    }

    /** Empty when the last conversation succeeded. */
    public String of(ServerStatus status) {
        return status.trouble().isEmpty() ? ""
                : status.cause().map(this::of).orElseGet(() -> texts.sentences().of(status.trouble()));
    }

    public String of(BmcTrouble trouble) {
        return texts.get("trouble.at", trouble.address() + ":" + trouble.port(), of(trouble.cause()));
    }

    private String of(Cause cause) {
        return switch (cause) {
            case Cause.NoAnswer(int tries, Duration waited, boolean maybeDone) ->
                    texts.get(maybeDone ? "trouble.no.answer.maybe" : "trouble.no.answer", tries, seconds(waited));
            case Cause.NotSent _ -> texts.get("trouble.not.sent");
            case Cause.NoAddress _ -> texts.get("trouble.no.address");
            case Cause.WrongLogin(String user) -> texts.get("trouble.wrong.login", user);
            case Cause.LoginForgotten _ -> texts.get("trouble.login.forgotten");
            case Cause.Refused(String command, int code) -> texts.get(switch (code) {
                case NO_RIGHT -> "trouble.refused.right";
                case BUSY, IN_UPDATE, STARTING -> "trouble.refused.busy";
                default -> "trouble.refused";
            }, command, hex(code));
            case Cause.SessionRefused(int status) -> texts.get(switch (status) {
                case NO_SESSION_FREE, NO_SESSION_FREE_FOR_ROLE -> "trouble.session.full";
                default -> "trouble.session.refused";
            }, hex(status));
            case Cause.NoSafeSuite _ -> texts.get("trouble.no.safe.suite");
            case Cause.NotIpmi(String detail) -> texts.get("trouble.not.ipmi", detail);
            case Cause.RefusedByRedfish(String told) -> texts.get("trouble.redfish.refused", told);
            case Cause.NotRedfish(String detail) -> texts.get("trouble.not.redfish", detail);
            case Cause.OtherCertificate(String shown, String expected) ->
                    texts.get("trouble.other.certificate", shown, expected);
        };
    }

    private static String hex(int code) {
        return String.format(Locale.ROOT, "%02Xh", code);
    }

    private static String seconds(Duration waited) {
        return String.format(Locale.ROOT, "%.1f", waited.toMillis() / 1000.0);
    }
}
