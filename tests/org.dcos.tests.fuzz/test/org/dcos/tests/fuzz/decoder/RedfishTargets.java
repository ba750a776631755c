package org.dcos.tests.fuzz.decoder;

import java.util.Arrays;
import java.util.List;

import org.dcos.net.redfish.json.Json;
import org.dcos.net.redfish.json.JsonBody;
import org.dcos.net.redfish.json.MalformedJson;
import org.dcos.net.redfish.model.Account;
import org.dcos.net.redfish.model.Chassis;
import org.dcos.net.redfish.model.ComputerSystem;
import org.dcos.net.redfish.model.EthernetInterface;
import org.dcos.net.redfish.model.LogEntry;
import org.dcos.net.redfish.model.LogService;
import org.dcos.net.redfish.model.Manager;
import org.dcos.net.redfish.model.NetworkProtocol;
import org.dcos.net.redfish.model.Part;
import org.dcos.net.redfish.model.Sensor;
import org.dcos.net.redfish.model.ServiceRoot;

/** What a Redfish service answers, read as every kind of resource. */
final class RedfishTargets {

    private static final String PATH = "/redfish/v1/X";

    private interface Reader {
        Object read(Json json) throws MalformedJson;
    }

    private static final List<Reader> READERS = List.of(ServiceRoot::read, ComputerSystem::read, Chassis::read,
            Manager::read, EthernetInterface::read, NetworkProtocol::read, LogService::read, LogEntry::read,
            Account::read, Sensor::single, RedfishTargets::oldStyle, RedfishTargets::parts);

    private RedfishTargets() {}

    static void resources(byte[] input) {
        Json json;
        try {
            json = JsonBody.read(PATH, input);
        } catch (MalformedJson _) {
            return;
        }
        for (Reader reader : READERS) {
            try {
                if (reader.read(json) == null) {
                    throw new IllegalStateException("read as nothing");
                }
            } catch (MalformedJson e) {
                if (!e.getMessage().contains(PATH)) {
                    throw new IllegalStateException("refused without naming the resource: " + e.getMessage(), e);
                }
            }
        }
    }

    private static Object parts(Json json) throws MalformedJson {
        for (Part.Kind kind : Part.Kind.values()) {
            Part.read(kind, json);
        }
        return Arrays.asList(Part.Kind.values());
    }

    private static Object oldStyle(Json json) throws MalformedJson {
        json.objects("Temperatures").forEach(Sensor::temperature);
        json.objects("Fans").forEach(Sensor::fan);
        json.objects("Voltages").forEach(Sensor::voltage);
        json.objects("PowerControl").forEach(Sensor::consumption);
        return json.objects("PowerSupplies").stream().map(Sensor::supply).toList();
    }
}
