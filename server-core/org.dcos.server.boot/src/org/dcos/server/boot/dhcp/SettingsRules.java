package org.dcos.server.boot.dhcp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.dcos.domain.dhcp.ClientClass;
import org.dcos.domain.dhcp.DhcpSettings;
import org.dcos.domain.dhcp.NetworkRecord;
import org.dcos.domain.dhcp.ServedNetwork;
import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.Cidr;
import org.dcos.domain.ip.IpFamily;
import org.dcos.domain.problem.Invalid;

/** Checks settings before they are saved; all that is wrong is told at once. */
final class SettingsRules {

    private static final int MOST_NETWORKS = 1_000;
    private static final int MOST_OF_A_KIND = 64;
    private static final int LONGEST_TEXT = 255;

    private final List<Invalid.Violation> found = new ArrayList<>();

    /** @param records of the settings' networks, as far as they are recorded */
    static void check(DhcpSettings settings, Collection<NetworkRecord> records) throws Invalid {
        var rules = new SettingsRules();
        rules.checkAll(settings, records);
        if (!rules.found.isEmpty()) {
            throw new Invalid(rules.found);
        }
    }

    private void checkAll(DhcpSettings settings, Collection<NetworkRecord> records) {
        time("lease", settings.lease());
        time("temporaryLease", settings.temporaryLease());
        count("interfaces", settings.interfaces().size(), MOST_OF_A_KIND);
        count("networks", settings.networks().size(), MOST_NETWORKS);
        count("classes", settings.classes().size(), MOST_OF_A_KIND);
        if (settings.serving() && settings.interfaces().isEmpty()) {
            add("interfaces", "DHCP is served on no interface. Choose at least one.");
        }
        for (String name : settings.interfaces()) {
            if (!name.matches("[^\\s/]{1,32}")) {
                add("interfaces", "'%s' is no name of a network interface.", name);
            }
        }
        if (new HashSet<>(settings.interfaces()).size() < settings.interfaces().size()) {
            add("interfaces", "An interface is named twice.");
        }
        var earlier = new ArrayList<NetworkRecord>();
        for (int i = 0; i < settings.networks().size(); i++) {
            var network = settings.networks().get(i);
            checkNetwork("networks[%d]".formatted(i), network, settings, records.stream()
                    .filter(it -> it.prefix().equals(network.prefix())).findFirst(), earlier);
        }
        var names = new HashSet<String>();
        for (int i = 0; i < settings.classes().size(); i++) {
            checkClass("classes[%d]".formatted(i), settings.classes().get(i), names);
        }
    }

    private void checkNetwork(String at, ServedNetwork network, DhcpSettings settings, Optional<NetworkRecord> record,
            List<NetworkRecord> earlier) {
        if (record.isEmpty()) {
            add(at + ".prefix", "There is no prefix with id %s; it may have been deleted meanwhile.",
                    network.prefix());
        } else {
            checkRecord(at + ".prefix", record.get(), earlier);
            earlier.add(record.get());
        }
        network.attachedTo().filter(it -> !settings.interfaces().contains(it)).ifPresent(it -> add(at + ".attachedTo",
                "%s is not among the interfaces that are served. Add it there.", it));
        addresses(at + ".relays", network.relays());
        addresses(at + ".nameServers", network.nameServers());
        addresses(at + ".timeServers", network.timeServers());
        if (!network.domain().matches("[A-Za-z0-9._-]{0,253}")) {
            add(at + ".domain", "'%s' is no domain name: letters, digits, dots and dashes.", network.domain());
        }
    }

    private void checkRecord(String field, NetworkRecord record, List<NetworkRecord> earlier) {
        Cidr cidr = record.cidr();
        if (cidr.family() != IpFamily.IPV4) {
            add(field, "%s is no IPv4 prefix; DHCP serves those only.", cidr);
        } else if (cidr.length() < 8 || cidr.length() > 30) {
            add(field, "%s cannot be served: prefixes from /8 to /30 can.", cidr);
        } else if (record.container()) {
            add(field, "%s is a container of prefixes, and no network of machines. Serve a prefix within it.", cidr);
        }
        earlier.stream().filter(it -> it.cidr().overlaps(cidr)).findFirst().ifPresent(it -> add(field,
                it.cidr().equals(cidr) ? "%s is there twice." : "%s overlaps %s, which is served too: take out one.",
                cidr, it.cidr()));
    }

    private void checkClass(String at, ClientClass one, HashSet<String> names) {
        if (one.name().isBlank() || one.name().length() > LONGEST_TEXT || !names.add(one.name())) {
            add(at + ".name", "A class of machines needs a name that no other has.");
        }
        for (String glob : List.of(one.vendorClass(), one.hostName())) {
            if (glob.length() > LONGEST_TEXT) {
                add(at, "A pattern has %d characters at most.", LONGEST_TEXT);
            }
        }
        if (!one.macPrefix().isEmpty()) {
            read(at + ".macPrefix", one.macPrefix(), ClassText::macPrefix,
                    "'%s' is no beginning of a MAC: write it as 3c:ec:ef.");
        }
        one.bootServer().ifPresent(it -> read(at + ".bootServer", it, SettingsRules::v4, "'%s' is no IPv4 address."));
        one.bootFile().filter(it -> it.isBlank() || it.length() > LONGEST_TEXT).ifPresent(_ -> add(at + ".bootFile",
                "A boot file is a path or URL of %d characters at most.", LONGEST_TEXT));
        count(at + ".options", one.options().size(), MOST_OF_A_KIND);
        var codes = new HashSet<Integer>();
        for (int i = 0; i < one.options().size(); i++) {
            var option = one.options().get(i);
            String field = "%s.options[%d]".formatted(at, i);
            if (option.code() < 1 || option.code() > 254 || ClassText.OF_THE_SERVER.contains(option.code())) {
                add(field + ".code", "Option %d cannot be set: it goes from 1 to 254, without those by which the "
                        + "server agrees on a lease.", option.code());
            } else if (!codes.add(option.code())) {
                add(field + ".code", "Option %d is there twice.", option.code());
            } else {
                read(field + ".value", option.value(), _ -> ClassText.option(option), switch (option.form()) {
                    case TEXT -> "'%s' is no text of 1 to 255 characters.";
                    case ADDRESSES -> "'%s' are no IPv4 addresses with commas between them.";
                    case HEX -> "'%s' are no hexadecimal digits, two for each octet.";
                });
            }
        }
    }

    private void time(String field, Duration time) {
        if (time.compareTo(DhcpSettings.SHORTEST_LEASE) < 0 || time.compareTo(DhcpSettings.LONGEST_LEASE) > 0) {
            add(field, "A lease lasts from 1 minute to 365 days.");
        }
    }

    private void count(String field, int number, int most) {
        if (number > most) {
            add(field, "%d are too many: %d at most.", number, most);
        }
    }

    private void addresses(String field, List<String> texts) {
        count(field, texts.size(), MOST_OF_A_KIND);
        texts.forEach(text -> read(field, text, SettingsRules::v4, "'%s' is no IPv4 address."));
    }

    private static void v4(String text) {
        if (Address.parse(text).family() != IpFamily.IPV4) {
            throw new IllegalArgumentException(text);
        }
    }

    private void read(String field, String text, Consumer<String> reader, String message) {
        try {
            reader.accept(text);
        } catch (IllegalArgumentException _) {
            add(field, message, text);
        }
    }

    private void add(String field, String message, Object... values) {
        found.add(new Invalid.Violation(field, message.formatted(values)));
    }
}
