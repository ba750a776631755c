package org.dcos.ui.model.records;

import java.util.Arrays;
import java.util.List;

import org.dcos.domain.cmdb.Kind;

/** How the kinds are grouped where one of them is chosen. */
public enum KindGroup {
    PLACES, DEVICES, WIRING, ADDRESSES, LINES, BUSINESS, OWN;

    public static KindGroup of(Kind kind) {
        return switch (kind) {
            case IDC, ROOM, RACK, RACK_RESERVATION, RELOCATION -> PLACES;
            case DEVICE_TYPE, CHASSIS, SERVER, NETWORK_DEVICE, PDU -> DEVICES;
            case PORT, CABLE, POWER_FEED -> WIRING;
            case VRF, VLAN, PREFIX, IP_RANGE, IP_ADDRESS -> ADDRESSES;
            case DEDICATED_LINE, EGRESS -> LINES;
            case OWNER, BUSINESS, RELATION -> KindGroup.BUSINESS;
            case CUSTOM_KIND, CUSTOM_ITEM, FIELD_DEFINITION -> OWN;
        };
    }

    /** In the order of the enumeration of kinds. */
    public List<Kind> kinds() {
        return Arrays.stream(Kind.values()).filter(kind -> of(kind) == this).toList();
    }
}
