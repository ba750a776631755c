package org.dcos.server.boot.dhcp;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import org.dcos.domain.dhcp.ClientClass;
import org.dcos.domain.dhcp.DhcpSettings;
import org.dcos.domain.dhcp.OptionValue;
import org.dcos.domain.dhcp.ServedNetwork;

/** Settings as text values by name, as they are stored. Lists have a number in the name. */
final class SettingsText {

    static final String SERVICE = "dhcp";

    static Map<String, String> write(DhcpSettings settings) {
        var values = new TreeMap<String, String>();
        values.put("serving", Boolean.toString(settings.serving()));
        values.put("interfaces", String.join(" ", settings.interfaces()));
        values.put("lease", settings.lease().toString());
        values.put("temporaryLease", settings.temporaryLease().toString());
        values.put("probing", Boolean.toString(settings.probing()));
        for (int i = 0; i < settings.networks().size(); i++) {
            write(settings.networks().get(i), "network.%d.".formatted(i), values);
        }
        for (int i = 0; i < settings.classes().size(); i++) {
            write(settings.classes().get(i), "class.%d.".formatted(i), values);
        }
        return values;
    }

    private static void write(ServedNetwork network, String at, Map<String, String> values) {
        values.put(at + "prefix", network.prefix().toString());
        values.put(at + "attachedTo", network.attachedTo().orElse(""));
        values.put(at + "relays", String.join(" ", network.relays()));
        values.put(at + "nameServers", String.join(" ", network.nameServers()));
        values.put(at + "timeServers", String.join(" ", network.timeServers()));
        values.put(at + "domain", network.domain());
        values.put(at + "authoritative", Boolean.toString(network.authoritative()));
    }

    private static void write(ClientClass one, String at, Map<String, String> values) {
        values.put(at + "name", one.name());
        values.put(at + "vendorClass", one.vendorClass());
        values.put(at + "hostName", one.hostName());
        values.put(at + "macPrefix", one.macPrefix());
        values.put(at + "bootServer", one.bootServer().orElse(""));
        values.put(at + "bootFile", one.bootFile().orElse(""));
        for (int i = 0; i < one.options().size(); i++) {
            var option = one.options().get(i);
            values.put("%soption.%d".formatted(at, i), "%d %s %s".formatted(option.code(), option.form(),
                    option.value()));
        }
    }

    /** @throws IllegalArgumentException where they are not what {@link #write} gives */
    static DhcpSettings read(Map<String, String> values) {
        if (values.isEmpty()) {
            return DhcpSettings.DEFAULT;
        }
        try {
            var networks = new ArrayList<ServedNetwork>();
            for (int i = 0; values.containsKey("network.%d.prefix".formatted(i)); i++) {
                networks.add(network(values, "network.%d.".formatted(i)));
            }
            var classes = new ArrayList<ClientClass>();
            for (int i = 0; values.containsKey("class.%d.name".formatted(i)); i++) {
                classes.add(clientClass(values, "class.%d.".formatted(i)));
            }
            return new DhcpSettings(Boolean.parseBoolean(text(values, "serving")),
                    words(values, "interfaces"), networks, classes, Duration.parse(text(values, "lease")),
                    Duration.parse(text(values, "temporaryLease")), Boolean.parseBoolean(text(values, "probing")));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static ServedNetwork network(Map<String, String> values, String at) {
        return new ServedNetwork(UUID.fromString(text(values, at + "prefix")), maybe(values, at + "attachedTo"),
                words(values, at + "relays"), words(values, at + "nameServers"), words(values, at + "timeServers"),
                text(values, at + "domain"), Boolean.parseBoolean(text(values, at + "authoritative")));
    }

    private static ClientClass clientClass(Map<String, String> values, String at) {
        var options = new ArrayList<OptionValue>();
        for (int i = 0; values.containsKey("%soption.%d".formatted(at, i)); i++) {
            String[] parts = text(values, "%soption.%d".formatted(at, i)).split(" ", 3);
            options.add(new OptionValue(Integer.parseInt(parts[0]), OptionValue.Form.valueOf(parts[1]), parts[2]));
        }
        return new ClientClass(text(values, at + "name"), text(values, at + "vendorClass"),
                text(values, at + "hostName"), text(values, at + "macPrefix"), options,
                maybe(values, at + "bootServer"), maybe(values, at + "bootFile"));
    }

    private static String text(Map<String, String> values, String name) {
        return values.getOrDefault(name, "");
    }

    private static Optional<String> maybe(Map<String, String> values, String name) {
        return Optional.of(text(values, name)).filter(it -> !it.isEmpty());
    }

    private static List<String> words(Map<String, String> values, String name) {
        return maybe(values, name).map(it -> List.of(it.split(" "))).orElse(List.of());
    }

    private SettingsText() {}
}
