package org.dcos.server.boot.dhcp;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.dcos.domain.dhcp.ClientClass;
import org.dcos.domain.dhcp.OptionValue;
import org.dcos.net.dhcp.subnet.Boot;
import org.dcos.net.dhcp.subnet.Condition;
import org.dcos.net.dhcp.subnet.Glob;
import org.dcos.net.dhcp.wire.DhcpOption;
import org.dcos.net.dhcp.wire.Ipv4;
import org.dcos.net.dhcp.wire.NetworkOption;
import org.dcos.net.dhcp.wire.Octets;
import org.dcos.net.dhcp.wire.Options;

/** Classes of clients as the settings write them, read for the engine. */
final class ClassText {

    /** Options by which a lease is agreed on, which the server says itself. */
    static final Set<Integer> OF_THE_SERVER = Set.of(NetworkOption.SubnetMask.CODE, 50, 51, 52, 53, 54, 55, 56, 57, 58,
            59, 61, 82);

    private static final HexFormat MAC = HexFormat.ofDelimiter(":");

    /** @throws IllegalArgumentException where something cannot be read; {@link SettingsRules} tells before */
    static List<org.dcos.net.dhcp.subnet.ClientClass> read(List<ClientClass> classes) {
        return classes.stream().map(ClassText::read).toList();
    }

    private static org.dcos.net.dhcp.subnet.ClientClass read(ClientClass one) {
        var conditions = new ArrayList<Condition>();
        if (!one.vendorClass().isEmpty()) {
            conditions.add(new Condition.VendorClass(new Glob(one.vendorClass())));
        }
        if (!one.hostName().isEmpty()) {
            conditions.add(new Condition.HostName(new Glob(one.hostName())));
        }
        if (!one.macPrefix().isEmpty()) {
            conditions.add(new Condition.HardwarePrefix(macPrefix(one.macPrefix())));
        }
        return new org.dcos.net.dhcp.subnet.ClientClass(one.name(), conditions,
                new Options(one.options().stream().map(ClassText::option).toList()),
                new Boot(one.bootServer().map(Ipv4::address), one.bootFile()));
    }

    static Octets macPrefix(String text) {
        return new Octets(MAC.parseHex(text));
    }

    static DhcpOption option(OptionValue option) {
        byte[] payload = switch (option.form()) {
            case TEXT -> Octets.of(option.value()).bytes();
            case ADDRESSES -> octets(Stream.of(option.value().split(",")).map(String::strip).toList());
            case HEX -> HexFormat.of().parseHex(option.value().replaceAll("[ :]", ""));
        };
        if (payload.length == 0 || payload.length > 255) {
            throw new IllegalArgumentException("an option of %d octets, 1 to 255 are possible".formatted(
                    payload.length));
        }
        return DhcpOption.of(option.code(), payload);
    }

    private static byte[] octets(List<String> addresses) {
        var all = new byte[addresses.size() * Ipv4.LENGTH];
        for (int i = 0; i < addresses.size(); i++) {
            System.arraycopy(Ipv4.address(addresses.get(i)).getAddress(), 0, all, i * Ipv4.LENGTH, Ipv4.LENGTH);
        }
        return all;
    }

    private ClassText() {}
}
