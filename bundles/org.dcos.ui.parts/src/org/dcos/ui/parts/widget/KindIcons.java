package org.dcos.ui.parts.widget;

import org.dcos.domain.cmdb.Kind;
import org.dcos.ui.canvas.icon.Icon;

/** How kinds of records are drawn. */
public final class KindIcons {

    private KindIcons() {}

    public static Icon of(Kind kind) {
        return switch (kind) {
            case IDC -> Icon.SITE;
            case ROOM -> Icon.ROOM;
            case RACK, CHASSIS -> Icon.RACK;
            case SERVER -> Icon.SERVER;
            case NETWORK_DEVICE -> Icon.SWITCH;
            case PDU, POWER_FEED -> Icon.POWER;
            case PORT -> Icon.PORT;
            case CABLE -> Icon.CABLE;
            case DEDICATED_LINE, EGRESS -> Icon.CONNECT;
            case VRF, VLAN, PREFIX, IP_RANGE, IP_ADDRESS -> Icon.ADDRESS;
            case BUSINESS -> Icon.BUSINESS;
            case OWNER -> Icon.USER;
            case RELATION -> Icon.RELATION;
            case RACK_RESERVATION -> Icon.LOCK;
            case RELOCATION -> Icon.HISTORY;
            case DEVICE_TYPE, CUSTOM_KIND, CUSTOM_ITEM, FIELD_DEFINITION -> Icon.TAG;
        };
    }
}
