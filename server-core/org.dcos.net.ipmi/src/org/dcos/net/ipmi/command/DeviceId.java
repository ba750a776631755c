package org.dcos.net.ipmi.command;

import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/**
 * What a controller says of itself (IPMI v2.0 r1.1 §20.1, table 20-2).
 *
 * @param revision       0 to 15
 * @param providesSdrs   whether it has device SDRs
 * @param updating       firmware or self-initialization in progress
 * @param firmwareMajor  0 to 127
 * @param firmwareMinor  two BCD digits: 45h is ".45"
 * @param ipmiVersion    BCD, low digit first: 02h is 2.0, 51h is 1.5
 * @param supports       additional device support: bit 0 sensors, 1 SDR repository, 2 SEL, 3 FRU inventory, 4 event
 *                       receiver, 5 event generator, 6 bridge, 7 chassis
 * @param manufacturer   IANA enterprise number, 20 bits
 * @param auxiliary      firmware information of the maker, 0 or 4 bytes
 */
public record DeviceId(int id, int revision, boolean providesSdrs, boolean updating, int firmwareMajor,
        int firmwareMinor, int ipmiVersion, int supports, int manufacturer, int product, byte[] auxiliary) {

    private static final int LENGTH = 11;
    private static final int SUPPORTS_SDR_REPOSITORY = 0x02;
    private static final int SUPPORTS_FRU = 0x08;

    public DeviceId {
        auxiliary = auxiliary.clone();
    }

    /** Get Device ID. */
    public record Get() implements StandardRequest<DeviceId> {
        @Override
        public Command spec() {
            return Command.GET_DEVICE_ID;
        }

        @Override
        public DeviceId decode(byte[] answer) throws MalformedIpmiMessage {
            return DeviceId.decode(answer);
        }
    }

    @Override
    public byte[] auxiliary() {
        return auxiliary.clone();
    }

    public boolean hasSdrRepository() {
        return (supports & SUPPORTS_SDR_REPOSITORY) != 0;
    }

    public boolean hasFruInventory() {
        return (supports & SUPPORTS_FRU) != 0;
    }

    /** "2.45". */
    public String firmware() {
        return "%d.%02x".formatted(firmwareMajor, firmwareMinor);
    }

    /** "2.0". */
    public String ipmi() {
        return "%d.%d".formatted(ipmiVersion & 0x0F, ipmiVersion >> 4);
    }

    public byte[] encode() {
        return Answers.write(LENGTH + auxiliary.length).put((byte) id)
                .put((byte) (revision | (providesSdrs ? 0x80 : 0)))
                .put((byte) (firmwareMajor | (updating ? 0x80 : 0))).put((byte) firmwareMinor).put((byte) ipmiVersion)
                .put((byte) supports).put((byte) manufacturer).putShort((short) (manufacturer >> 8))
                .putShort((short) product).put(auxiliary).array();
    }

    static DeviceId decode(byte[] answer) throws MalformedIpmiMessage {
        var in = Answers.read(Command.GET_DEVICE_ID, answer, LENGTH);
        int id = Answers.u8(in);
        int revision = Answers.u8(in);
        int major = Answers.u8(in);
        int minor = Answers.u8(in);
        int version = Answers.u8(in);
        int supports = Answers.u8(in);
        int manufacturer = Answers.u8(in) | Answers.u16(in) << 8;
        int product = Answers.u16(in);
        return new DeviceId(id, revision & 0x0F, (revision & 0x80) != 0, (major & 0x80) != 0, major & 0x7F, minor,
                version, supports, manufacturer & 0xFFFFF, product, Answers.rest(in));
    }
}
