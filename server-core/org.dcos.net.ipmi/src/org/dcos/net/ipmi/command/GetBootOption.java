package org.dcos.net.ipmi.command;

import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.dcos.net.ipmi.wire.PrivilegeLevel;

/** Get System Boot Options: one parameter, without set and block selector (IPMI v2.0 r1.1 §28.13). */
public record GetBootOption(int parameter) implements StandardRequest<GetBootOption.Value> {

    /**
     * @param version   parameter version, 1
     * @param parameter number in bits 6:0; bit 7 set: the parameter is locked or invalid
     */
    public record Value(int version, int parameter, byte[] data) {
        public Value {
            data = data.clone();
        }

        @Override
        public byte[] data() {
            return data.clone();
        }

        public byte[] encode() {
            return Answers.write(2 + data.length).put((byte) version).put((byte) parameter).put(data).array();
        }
    }

    @Override
    public Command spec() {
        return Command.GET_SYSTEM_BOOT_OPTIONS;
    }

    @Override
    public PrivilegeLevel privilege() {
        return PrivilegeLevel.OPERATOR;
    }

    @Override
    public byte[] data() {
        return new byte[] {(byte) parameter, 0, 0};
    }

    @Override
    public Value decode(byte[] answer) throws MalformedIpmiMessage {
        var in = Answers.read(spec(), answer, 2);
        return new Value(Answers.u8(in) & 0x0F, Answers.u8(in), Answers.rest(in));
    }
}
