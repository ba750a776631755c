package org.dcos.net.ipmi.fru;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Product info area (Platform Management FRU Information Storage Definition v1.0 §12).
 *
 * @param language 0 and 25 are English
 * @param custom   fields of the maker
 */
public record ProductArea(int language, String manufacturer, String productName, String partNumber, String version,
        String serialNumber, String assetTag, String fruFileId, List<String> custom) {

    /** The serial number. */
    private static final Set<Integer> ALWAYS_ENGLISH = Set.of(4);

    public ProductArea {
        custom = List.copyOf(custom);
    }

    byte[] encode() {
        var fields = new ArrayList<>(List.of(manufacturer, productName, partNumber, version, serialNumber, assetTag,
                fruFileId));
        fields.addAll(custom);
        return FruArea.encode(new byte[] {(byte) language}, fields);
    }

    static ProductArea decode(FruArea area) {
        int language = area.octet();
        var fields = area.fields(language, ALWAYS_ENGLISH);
        return new ProductArea(language, FruArea.field(fields, 0), FruArea.field(fields, 1),
                FruArea.field(fields, 2), FruArea.field(fields, 3), FruArea.field(fields, 4),
                FruArea.field(fields, 5), FruArea.field(fields, 6), FruArea.fieldsFrom(fields, 7));
    }
}
