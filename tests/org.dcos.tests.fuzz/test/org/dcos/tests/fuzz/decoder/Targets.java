package org.dcos.tests.fuzz.decoder;

import java.util.Map;
import java.util.TreeMap;

import org.dcos.tests.fuzz.Target;

/** The targets by name. */
public final class Targets {

    private Targets() {}

    public static Map<String, Target> all() {
        return new TreeMap<>(Map.ofEntries(Map.entry("dhcp", DhcpTargets::message),
                Map.entry("dhcp-server", DhcpTargets::server), Map.entry("fru", IpmiTargets::fru),
                Map.entry("ipmi-answers", IpmiTargets::answers), Map.entry("probe", ProbeTargets::packets),
                Map.entry("redfish", RedfishTargets::resources), Map.entry("rmcp", IpmiTargets::packets),
                Map.entry("sdr", IpmiTargets::sdr), Map.entry("sel", IpmiTargets::sel),
                Map.entry("sol", IpmiTargets::sol)));
    }
}
