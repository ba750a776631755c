package org.dcos.net.dhcp.journal;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.zip.CRC32C;
import org.dcos.net.dhcp.lease.ClientKey;
import org.dcos.net.dhcp.lease.Lease;
import org.dcos.net.dhcp.lease.LeaseState;
import org.dcos.net.dhcp.wire.DhcpOption;
import org.dcos.net.dhcp.wire.HardwareAddress;
import org.dcos.net.dhcp.wire.Ipv4;
import org.dcos.net.dhcp.wire.Octets;
import org.dcos.net.dhcp.wire.Options;

/**
 * A lease as it is on disk: a mark to find the next record by, the length of what follows, that, and a CRC-32C of
 * length and content.
 */
final class LeaseRecord {

    static final short MARK = (short) 0xD5C7;

    /** Mark and length. */
    static final int HEAD = 4;

    /** The checksum. */
    static final int TAIL = 4;

    /** Nine options, a client identifier and a name are the longest part. */
    static final int LONGEST = 4096;

    private static final int BY_IDENTIFIER = 1;
    private static final int BY_HARDWARE = 2;

    static byte[] encode(Lease lease) {
        var out = ByteBuffer.allocate(LONGEST + HEAD + TAIL);
        out.putShort(MARK).putShort((short) 0);
        out.put(lease.address().getAddress()).put((byte) lease.state().code());
        out.putLong(lease.since().toEpochMilli()).putLong(lease.heard().toEpochMilli());
        out.putLong(lease.until().toEpochMilli());
        switch (lease.client()) {
            case ClientKey.Identifier(Octets octets) -> put(out.put((byte) BY_IDENTIFIER), octets.bytes());
            case ClientKey.Hardware(HardwareAddress(int type, Octets octets)) -> put(
                    out.put((byte) BY_HARDWARE).put((byte) type), octets.bytes());
        }
        put(out.put((byte) lease.hardware().type()), lease.hardware().octets().bytes());
        out.put(lease.relay().getAddress());
        put(out, lease.subnet().getBytes(StandardCharsets.UTF_8));
        for (var option : lease.told().all()) {
            put(out.put((byte) option.code()), option.payload());
        }
        out.putShort(2, (short) (out.position() - HEAD));
        out.putInt(checksum(out.array(), 2, out.position()));
        var record = new byte[out.position()];
        out.flip().get(record);
        return record;
    }

    private static void put(ByteBuffer out, byte[] octets) {
        out.putShort((short) octets.length).put(octets);
    }

    private static byte[] octets(ByteBuffer in) {
        var octets = new byte[Math.min(in.getShort() & 0xFFFF, LONGEST)];
        in.get(octets);
        return octets;
    }

    /** The octets of the record that is there, or 0 where there is none that is whole. */
    static int length(byte[] file, int at) {
        if (file.length - at < HEAD + TAIL || ByteBuffer.wrap(file).getShort(at) != MARK) {
            return 0;
        }
        int content = ByteBuffer.wrap(file).getShort(at + 2) & 0xFFFF;
        int end = at + HEAD + content;
        return content <= LONGEST && end <= file.length - TAIL
                && ByteBuffer.wrap(file).getInt(end) == checksum(file, at + 2, end) ? HEAD + content + TAIL : 0;
    }

    /** @throws IOException if it is of a later version of this program, its checksum being right */
    static Lease decode(byte[] file, int at, int length) throws IOException {
        var in = ByteBuffer.wrap(file, at + HEAD, length - HEAD - TAIL).slice();
        try {
            var address = new byte[Ipv4.LENGTH];
            in.get(address);
            var state = state(in.get());
            var since = Instant.ofEpochMilli(in.getLong());
            var heard = Instant.ofEpochMilli(in.getLong());
            var until = Instant.ofEpochMilli(in.getLong());
            int kind = in.get();
            ClientKey client = switch (kind) {
                case BY_IDENTIFIER -> new ClientKey.Identifier(new Octets(octets(in)));
                case BY_HARDWARE -> new ClientKey.Hardware(hardware(in));
                default -> throw new IOException("a client known by %d: this program is older than its leases"
                        .formatted(kind));
            };
            var hardware = hardware(in);
            var relay = new byte[Ipv4.LENGTH];
            in.get(relay);
            var subnet = new String(octets(in), StandardCharsets.UTF_8);
            var told = new ArrayList<DhcpOption>();
            while (in.hasRemaining()) {
                int code = in.get() & 0xFF;
                told.add(DhcpOption.of(code, octets(in)));
            }
            return new Lease(Ipv4.address(ByteBuffer.wrap(address).getInt()), state, client, hardware, subnet, since,
                    heard, until, Ipv4.address(ByteBuffer.wrap(relay).getInt()), new Options(told));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new IOException("a lease that cannot be read: this program is older than its leases", e);
        }
    }

    private static HardwareAddress hardware(ByteBuffer in) {
        int type = in.get() & 0xFF;
        return new HardwareAddress(type, new Octets(octets(in)));
    }

    private static LeaseState state(byte code) throws IOException {
        for (var state : LeaseState.values()) {
            if (state.code() == code) {
                return state;
            }
        }
        throw new IOException("a lease in state %d: this program is older than its leases".formatted(code));
    }

    private static int checksum(byte[] octets, int from, int to) {
        var sum = new CRC32C();
        sum.update(octets, from, to - from);
        return (int) sum.getValue();
    }

    private LeaseRecord() {}
}
