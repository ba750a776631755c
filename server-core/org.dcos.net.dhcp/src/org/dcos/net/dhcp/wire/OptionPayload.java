package org.dcos.net.dhcp.wire;

import java.net.Inet4Address;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/** Octets of an option as one of the known types; empty wherever their number or content is not what its RFC says. */
final class OptionPayload {

    static Optional<DhcpOption> known(int code, byte[] payload) {
        return switch (code) {
            case NetworkOption.SubnetMask.CODE -> address(payload, NetworkOption.SubnetMask::new);
            case NetworkOption.Routers.CODE -> addresses(payload, NetworkOption.Routers::new);
            case NetworkOption.NameServers.CODE -> addresses(payload, NetworkOption.NameServers::new);
            case NetworkOption.HostName.CODE -> text(payload, NetworkOption.HostName::new);
            case NetworkOption.DomainName.CODE -> text(payload, NetworkOption.DomainName::new);
            case NetworkOption.BroadcastAddress.CODE -> address(payload, NetworkOption.BroadcastAddress::new);
            case NetworkOption.TimeServers.CODE -> addresses(payload, NetworkOption.TimeServers::new);
            case LeaseOption.RequestedAddress.CODE -> address(payload, LeaseOption.RequestedAddress::new);
            case LeaseOption.LeaseTime.CODE -> seconds(payload, LeaseOption.LeaseTime::new);
            case LeaseOption.Kind.CODE -> payload.length != 1 ? Optional.empty()
                    : MessageType.of(payload[0] & 0xFF).map(LeaseOption.Kind::new);
            case LeaseOption.ServerIdentifier.CODE -> address(payload, LeaseOption.ServerIdentifier::new);
            case LeaseOption.ParameterRequest.CODE -> octets(payload, 1, LeaseOption.ParameterRequest::new);
            case LeaseOption.ErrorText.CODE -> text(payload, LeaseOption.ErrorText::new);
            case LeaseOption.MaximumSize.CODE -> payload.length != Short.BYTES ? Optional.empty()
                    : Optional.of(new LeaseOption.MaximumSize(ByteBuffer.wrap(payload).getShort() & 0xFFFF));
            case LeaseOption.RenewalTime.CODE -> seconds(payload, LeaseOption.RenewalTime::new);
            case LeaseOption.RebindingTime.CODE -> seconds(payload, LeaseOption.RebindingTime::new);
            case BootOption.VendorClass.CODE -> text(payload, BootOption.VendorClass::new);
            case LeaseOption.ClientIdentifier.CODE -> octets(payload, 2, LeaseOption.ClientIdentifier::new);
            case BootOption.TftpServerName.CODE -> text(payload, BootOption.TftpServerName::new);
            case BootOption.BootFile.CODE -> text(payload, BootOption.BootFile::new);
            case BootOption.UserClass.CODE -> octets(payload, 1, BootOption.UserClass::new);
            case LeaseOption.RelayAgent.CODE -> RelayInformation.decode(payload).map(LeaseOption.RelayAgent::new);
            case LeaseOption.LastTransaction.CODE -> seconds(payload, LeaseOption.LastTransaction::new);
            case LeaseOption.AssociatedAddresses.CODE -> addresses(payload, LeaseOption.AssociatedAddresses::new);
            case BootOption.ClientArchitecture.CODE -> architectures(payload);
            case BootOption.ClientMachine.CODE -> octets(payload, 17, BootOption.ClientMachine::new);
            case NetworkOption.ClasslessRoutes.CODE -> ClasslessRoute.decode(payload)
                    .map(NetworkOption.ClasslessRoutes::new);
            default -> Optional.empty();
        };
    }

    private static Optional<DhcpOption> address(byte[] payload, Function<Inet4Address, DhcpOption> type) {
        return payload.length == Ipv4.LENGTH ? Optional.of(type.apply(Ipv4.at(payload, 0))) : Optional.empty();
    }

    private static Optional<DhcpOption> addresses(byte[] payload, Function<List<Inet4Address>, DhcpOption> type) {
        if (payload.length == 0 || payload.length % Ipv4.LENGTH != 0) {
            return Optional.empty();
        }
        return Optional.of(type.apply(IntStream.range(0, payload.length / Ipv4.LENGTH)
                .mapToObj(i -> Ipv4.at(payload, i * Ipv4.LENGTH)).toList()));
    }

    private static Optional<DhcpOption> seconds(byte[] payload, LongFunction<DhcpOption> type) {
        return payload.length == Integer.BYTES
                ? Optional.of(type.apply(ByteBuffer.wrap(payload).getInt() & 0xFFFF_FFFFL))
                : Optional.empty();
    }

    /** Without zeros at its end, which a receiver has to bear (RFC 2132 §2). */
    private static Optional<DhcpOption> text(byte[] payload, Function<String, DhcpOption> type) {
        int end = payload.length;
        while (end > 0 && payload[end - 1] == 0) {
            end--;
        }
        return end == 0 ? Optional.empty()
                : Optional.of(type.apply(new String(payload, 0, end, StandardCharsets.ISO_8859_1)));
    }

    private static Optional<DhcpOption> octets(byte[] payload, int shortest, Function<Octets, DhcpOption> type) {
        return payload.length < shortest ? Optional.empty() : Optional.of(type.apply(new Octets(payload)));
    }

    private static Optional<DhcpOption> architectures(byte[] payload) {
        if (payload.length == 0 || payload.length % Short.BYTES != 0) {
            return Optional.empty();
        }
        var in = ByteBuffer.wrap(payload).asShortBuffer();
        return Optional.of(new BootOption.ClientArchitecture(
                IntStream.range(0, in.remaining()).mapToObj(i -> in.get(i) & 0xFFFF).toList()));
    }

    static byte[] ofText(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] ofSeconds(long seconds) {
        return ByteBuffer.allocate(Integer.BYTES).putInt((int) seconds).array();
    }

    static byte[] ofAddresses(List<Inet4Address> addresses) {
        var out = ByteBuffer.allocate(addresses.size() * Ipv4.LENGTH);
        addresses.forEach(it -> out.put(it.getAddress()));
        return out.array();
    }

    static byte[] ofArchitectures(List<Integer> types) {
        var out = ByteBuffer.allocate(types.size() * Short.BYTES);
        types.forEach(it -> out.putShort(it.shortValue()));
        return out.array();
    }

    private OptionPayload() {}
}
