package org.dcos.server.alert;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.dcos.domain.alert.Alert;
import org.dcos.domain.cmdb.InventoryStore;

/** Says where a server is, for people: {@code srv-a03-04 · A03 U28}. Made for one batch of alerts; not thread-safe. */
final class Places {

    private final InventoryStore inventory;
    private Map<UUID, String> racks;

    Places(InventoryStore inventory) {
        this.inventory = inventory;
    }

    String where(UUID server) {
        return inventory.server(server).map(found -> found.mounting()
                .map(mounting -> "%s · %s U%s".formatted(found.name(), rack(mounting.rack()), mounting.lowest()))
                .orElse(found.name())).orElse(Alert.NOWHERE);
    }

    private String rack(UUID id) {
        if (racks == null) {
            racks = new HashMap<>();
            inventory.racks().forEach(rack -> racks.put(rack.id(), rack.name()));
        }
        return racks.getOrDefault(id, "?");
    }
}
