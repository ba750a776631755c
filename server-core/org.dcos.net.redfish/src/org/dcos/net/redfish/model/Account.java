package org.dcos.net.redfish.model;

import org.dcos.net.redfish.json.Json;
import org.dcos.net.redfish.json.MalformedJson;

/** A user of the management controller (schema ManagerAccount); an empty name is a free slot. */
public record Account(String path, String id, String user, String role, boolean enabled, boolean locked,
        boolean mustChangePassword) {

    /** @throws MalformedJson when it is no such resource */
    public static Account read(Json json) throws MalformedJson {
        return new Account(json.needText("@odata.id"), json.textOrEmpty("Id"), json.textOrEmpty("UserName"),
                json.textOrEmpty("RoleId"), json.flag("Enabled").orElse(true), json.flag("Locked").orElse(false),
                json.flag("PasswordChangeRequired").orElse(false));
    }
}
