package org.dcos.net.ipmi.command;

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

    @Override
    public String title() {
        return "Command %02Xh/%02Xh".formatted(netFn, command);
    }
}
