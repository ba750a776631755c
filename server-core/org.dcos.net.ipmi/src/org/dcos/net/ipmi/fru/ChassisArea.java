package org.dcos.net.ipmi.fru;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Chassis info area (Platform Management FRU Information Storage Definition v1.0 §10).
 *
 * @param type   SMBIOS chassis type, 17h is a rack mount chassis
 * @param custom fields of the maker
 */
public record ChassisArea(int type, String partNumber, String serialNumber, List<String> custom) {

    public static final int RACK_MOUNT = 0x17;

    public ChassisArea {
        custom = List.copyOf(custom);
    }

    byte[] encode() {
        var fields = new ArrayList<>(List.of(partNumber, serialNumber));
        fields.addAll(custom);
        return FruArea.encode(new byte[] {(byte) type}, fields);
    }

    static ChassisArea decode(FruArea area) {
        int type = area.octet();
        var fields = area.fields(FruField.ENGLISH, Set.of());
        return new ChassisArea(type, FruArea.field(fields, 0), FruArea.field(fields, 1),
                FruArea.fieldsFrom(fields, 2));
    }
}
