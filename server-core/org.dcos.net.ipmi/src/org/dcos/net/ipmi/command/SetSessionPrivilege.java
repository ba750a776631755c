package org.dcos.net.ipmi.command;

import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.dcos.net.ipmi.wire.PrivilegeLevel;

/** Set Session Privilege Level: a session starts at USER whatever was negotiated (IPMI v2.0 r1.1 §22.18). */
public record SetSessionPrivilege(PrivilegeLevel level) implements StandardRequest<PrivilegeLevel> {

    @Override
    public Command spec() {
        return Command.SET_SESSION_PRIVILEGE_LEVEL;
    }

    @Override
    public byte[] data() {
        return new byte[] {(byte) level.code()};
    }

    @Override
    public PrivilegeLevel decode(byte[] answer) throws MalformedIpmiMessage {
        int code = Answers.u8(Answers.read(spec(), answer, 1)) & 0x0F;
        return PrivilegeLevel.of(code).orElseThrow(
                () -> new MalformedIpmiMessage("new session privilege level %d".formatted(code)));
    }
}
