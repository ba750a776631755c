package org.dcos.net.redfish.service;

import java.util.List;
import java.util.Locale;
import org.dcos.net.redfish.model.ComputerSystem;
import org.dcos.net.redfish.model.ServiceRoot;

/**
 * How the services of makers differ where the schema leaves them room. Each row is a maker; what is the same with all
 * is not here. A row is found by a word in the vendor's name or the product.
 */
enum Quirk {

    /** The service tag, which is on the label and in the FRU, is the SKU; the serial number is the board's. */
    DELL(List.of("dell", "idrac"), Serial.SKU, List.of("Sel")),
    /** Hardware events are in the Integrated Management Log. */
    HPE(List.of("hpe", "hewlett", "ilo"), Serial.SERIAL_NUMBER, List.of("IML")),
    LENOVO(List.of("lenovo"), Serial.SERIAL_NUMBER, List.of("PlatformLog", "SEL", "StandardLog")),
    HUAWEI(List.of("huawei", "xfusion", "ibmc"), Serial.SERIAL_NUMBER, List.of("Log1")),
    H3C(List.of("h3c", "new h3c"), Serial.SERIAL_NUMBER, List.of("SEL", "Log1")),
    INSPUR(List.of("inspur", "kaytus", "ieit"), Serial.SERIAL_NUMBER, List.of("SEL", "Log")),
    SUPERMICRO(List.of("supermicro", "super micro"), Serial.SERIAL_NUMBER, List.of("Log1")),
    OTHER(List.of(), Serial.SERIAL_NUMBER, List.of());

    /** Ids of logs of hardware events with all others, the likeliest first. */
    private static final List<String> USUAL_LOGS = List.of("SEL", "Sel", "IML", "EventLog", "PlatformLog", "Log1",
            "Log");

    /** Which property is the number on the label. */
    private enum Serial {
        SERIAL_NUMBER, SKU
    }

    private final List<String> words;
    private final Serial serial;
    private final List<String> logs;

    Quirk(List<String> words, Serial serial, List<String> logs) {
        this.words = words;
        this.serial = serial;
        this.logs = logs;
    }

    static Quirk of(ServiceRoot root) {
        String told = (root.vendor() + " " + root.product()).toLowerCase(Locale.ROOT);
        for (Quirk each : values()) {
            if (each.words.stream().anyMatch(told::contains)) {
                return each;
            }
        }
        return OTHER;
    }

    String serialNumber(ComputerSystem system) {
        return serial == Serial.SKU && !system.sku().isEmpty() ? system.sku() : system.serialNumber();
    }

    /** How likely a log of that id is the one of hardware events; the least number first. */
    int rank(String logId) {
        int own = logs.indexOf(logId);
        int usual = USUAL_LOGS.indexOf(logId);
        return own >= 0 ? own : usual >= 0 ? logs.size() + usual : Integer.MAX_VALUE;
    }
}
