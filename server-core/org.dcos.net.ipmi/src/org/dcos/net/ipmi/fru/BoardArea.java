package org.dcos.net.ipmi.fru;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Board info area (Platform Management FRU Information Storage Definition v1.0 §11).
 *
 * @param language     0 and 25 are English
 * @param manufactured to the minute, between 1996 and 2027; absent when the inventory does not say
 * @param custom       fields of the maker
 */
public record BoardArea(int language, Optional<Instant> manufactured, String manufacturer, String productName,
        String serialNumber, String partNumber, String fruFileId, List<String> custom) {

    /** Minutes are counted from here (§11). */
    static final Instant EPOCH = Instant.parse("1996-01-01T00:00:00Z");

    /** Serial number and FRU file ID. */
    private static final Set<Integer> ALWAYS_ENGLISH = Set.of(2, 4);

    private static final int MOST_MINUTES = 0xFFFFFF;

    public BoardArea {
        custom = List.copyOf(custom);
    }

    byte[] encode() {
        long minutes = manufactured.map(at -> Duration.between(EPOCH, at).toMinutes()).orElse(0L);
        if (minutes < 0 || minutes > MOST_MINUTES) {
            throw new IllegalArgumentException("manufacturing date %s does not fit".formatted(manufactured));
        }
        byte[] head = {(byte) language, (byte) minutes, (byte) (minutes >> 8), (byte) (minutes >> 16)};
        var fields = new ArrayList<>(List.of(manufacturer, productName, serialNumber, partNumber, fruFileId));
        fields.addAll(custom);
        return FruArea.encode(head, fields);
    }

    static BoardArea decode(FruArea area) {
        int language = area.octet();
        long minutes = area.octet() | area.octet() << 8 | area.octet() << 16;
        Optional<Instant> manufactured = minutes == 0 ? Optional.empty()
                : Optional.of(EPOCH.plus(Duration.ofMinutes(minutes)));
        var fields = area.fields(language, ALWAYS_ENGLISH);
        return new BoardArea(language, manufactured, FruArea.field(fields, 0), FruArea.field(fields, 1),
                FruArea.field(fields, 2), FruArea.field(fields, 3), FruArea.field(fields, 4),
                FruArea.fieldsFrom(fields, 5));
    }
}
