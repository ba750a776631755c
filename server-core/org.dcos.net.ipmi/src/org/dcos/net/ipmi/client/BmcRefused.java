package org.dcos.net.ipmi.client;

import java.net.InetSocketAddress;
import org.dcos.net.ipmi.wire.CompletionCode;

/** The BMC answered with a completion code other than 00h (IPMI v2.0 r1.1 §5.2). */
public final class BmcRefused extends IpmiException {

    private static final long serialVersionUID = 1L;

    private final int completionCode;
    private final String command;

    BmcRefused(InetSocketAddress address, int completionCode, String command) {
        super(address, "%s was refused: %s.%s".formatted(command, CompletionCode.text(completionCode),
                advice(completionCode)));
        this.completionCode = completionCode;
        this.command = command;
    }

    /** For completion codes of one command alone. @param reason what they mean and what to do, as sentences */
    BmcRefused(InetSocketAddress address, int completionCode, String command, String reason) {
        super(address, "%s was refused: %s (completion code %02Xh)".formatted(command, reason, completionCode));
        this.completionCode = completionCode;
        this.command = command;
    }

    public int completionCode() {
        return completionCode;
    }

    /** The specification's name of the command. */
    public String command() {
        return command;
    }

    private static String advice(int completionCode) {
        return switch (completionCode) {
            case CompletionCode.INSUFFICIENT_PRIVILEGE ->
                    " Use an account with OPERATOR or ADMINISTRATOR privilege.";
            case CompletionCode.NODE_BUSY, CompletionCode.INITIALIZING, CompletionCode.FIRMWARE_IN_UPDATE ->
                    " Try again later.";
            default -> "";
        };
    }
}
