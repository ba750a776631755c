package org.dcos.net.ipmi.command;

import org.dcos.net.ipmi.wire.PrivilegeLevel;

/**
 * Any command, by its numbers, for OEM commands and for what has no type of its own here.
 *
 * @param isRepeatable see {@link IpmiRequest#isRepeatable()}
 */
public record RawRequest(int netFn, int lun, int command, byte[] data, boolean isRepeatable)
        implements IpmiRequest<byte[]> {

    public RawRequest {
        data = data.clone();
    }

    @Override
    public byte[] data() {
        return data.clone();
    }

    @Override
    public byte[] decode(byte[] answer) {
        return answer.clone();
    }

    /** The highest that the target allows, since the command is not known. */
    @Override
    public PrivilegeLevel privilege() {
        return PrivilegeLevel.OEM;
    }

    @Override
    public String title() {
        return "Command %02Xh/%02Xh".formatted(netFn, command);
    }
}
