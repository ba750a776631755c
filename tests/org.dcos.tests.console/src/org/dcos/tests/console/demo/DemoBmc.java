package org.dcos.tests.console.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.bmc.BmcSetup.BmcUser;
import org.dcos.domain.bmc.BmcSetup.BmcUser.Privilege;
import org.dcos.domain.bmc.BmcSetup.LanSettings;
import org.dcos.domain.bmc.BmcSetup.Part;
import org.dcos.domain.bmc.BmcSetup.PowerDraw;
import org.dcos.domain.bmc.BmcSetup.Watchdog;
import org.dcos.domain.bmc.BmcSetup.Weakness;
import org.dcos.domain.bmcsetup.BmcDetails;
import org.dcos.domain.bmcsetup.BmcParts;
import org.dcos.domain.bmcsetup.BmcSettings;
import org.dcos.domain.eventlog.EventLogState;
import org.dcos.domain.eventlog.EventLogs;
import org.dcos.domain.eventlog.EventSeverity;
import org.dcos.domain.eventlog.LogEntry;

/** What the made-up BMCs tell of themselves: their event log, parts and settings. */
final class DemoBmc {

    private final Instant now;
    private final Instant read;

    DemoBmc(Instant now) {
        this.now = now;
        this.read = now.minusSeconds(204);
    }

    EventLogs eventLogs() {
        return Answers.to(EventLogs.class, (call, arguments) -> switch (call) {
            case "entries" -> page(entries());
            case "state" -> new EventLogState((UUID) arguments[0], 212, 212, 4_992, true, Optional.of(read),
                    Duration.ofSeconds(-48), false, "", Optional.empty(), Optional.empty());
            default -> throw Answers.refused(call);
        });
    }

    BmcSettings settings() {
        return Answers.to(BmcSettings.class, (call, arguments) -> switch (call) {
            case "details" -> details((UUID) arguments[0]);
            case "parts" -> new BmcParts((UUID) arguments[0], Optional.empty(), parts(), Optional.of(read),
                    Optional.empty());
            default -> throw Answers.refused(call);
        });
    }

    private List<LogEntry> entries() {
        var all = new ArrayList<LogEntry>();
        for (int i = 0; i < 190; i++) {
            var ago = Duration.ofMinutes(i * 71L + i % 7 * 19 + 300);
            if (i % 31 == 9) {
                all.add(entry(ago, "CPU1 Status", "Processor", "Internal error (IERR)", true, EventSeverity.CRITICAL));
            } else if (i % 12 == 4) {
                all.add(entry(ago, "PSU2 Status", "Power supply", "Input lost", i % 24 != 4,
                        EventSeverity.WARNING));
            } else {
                all.add(entry(ago, "System", i % 3 == 0 ? "Session audit" : "System boot initiated",
                        i % 3 == 0 ? "Session activated" : "Initiated by power up", true,
                        EventSeverity.INFORMATION));
            }
        }
        all.add(entry(Duration.ofMinutes(9), "Inlet Temp", "Temperature",
                "Upper critical going high, reading 43 °C, threshold 42 °C", true, EventSeverity.CRITICAL));
        all.add(entry(Duration.ofMinutes(14), "Inlet Temp", "Temperature",
                "Upper non-critical going high, reading 39 °C, threshold 38 °C", true, EventSeverity.WARNING));
        all.add(entry(Duration.ofDays(6), "Inlet Temp", "Temperature",
                "Upper critical going high, reading 43 °C, threshold 42 °C", true, EventSeverity.CRITICAL));
        all.add(entry(Duration.ofDays(5), "Inlet Temp", "Temperature",
                "Upper critical going high, reading 40 °C, threshold 42 °C", false, EventSeverity.CRITICAL));
        all.add(entry(Duration.ofDays(4), "Drive Bay 3", "Drive slot", "Predictive failure", true,
                EventSeverity.WARNING));
        return all.stream().sorted(Comparator.comparing(LogEntry::moment).reversed()).toList();
    }

    private LogEntry entry(Duration ago, String sensor, String type, String text, boolean asserted,
            EventSeverity severity) {
        var moment = now.minus(ago);
        int number = (int) (ago.toMinutes() % 4_096) + 1;
        return new LogEntry(ago.toSeconds(), DemoEstate.id("bmc"), Optional.empty(),
                Optional.of(moment.minusSeconds(48)), now.minusSeconds(204), moment, number, sensor, type, text,
                asserted, severity,
                String.format(Locale.ROOT, "%02x%02x02%08x200004%02x0157502a2a", number & 0xFF, number >> 8,
                        Integer.reverseBytes((int) moment.getEpochSecond()), number % 200));
    }

    private static List<Part> parts() {
        var all = new ArrayList<Part>();
        all.add(new Part(Part.Kind.CHASSIS, "Chassis", "Inspur", "NF5280M6", "2102311X99FCB2E3", "0235A4YX"));
        all.add(new Part(Part.Kind.BOARD, "System board", "Inspur", "YZMB-00882", "024APL10K4000123", "YZMB-00882"));
        for (int i = 1; i <= 2; i++) {
            all.add(new Part(Part.Kind.CPU, "CPU" + i, "Intel", "Xeon Gold 6330", "", "CD8068904572101"));
        }
        for (int i = 0; i < 8; i++) {
            all.add(new Part(Part.Kind.DIMM, "DIMM " + (char) ('A' + i / 4) + i % 4, "Samsung", "32 GB DDR4-3200",
                    "S80CE0123%04X".formatted(7_919 * (i + 3) & 0xFFFF), "M393A4K40DB3-CWE"));
        }
        for (int i = 1; i <= 2; i++) {
            all.add(new Part(Part.Kind.PSU, "PSU" + i, "Great Wall", "GW-CRPS1300", "GW21%05d".formatted(i * 4_711),
                    "CRPS1300D2"));
        }
        all.add(new Part(Part.Kind.NIC, "OCP", "Mellanox", "ConnectX-5 25GbE", "MT2143X08814", "MCX562A-ACAB"));
        return all;
    }

    private BmcDetails details(UUID bmc) {
        return new BmcDetails(bmc, Optional.empty(), "srv-a03-04", "10.20.3.75", 623, "dcos",
                new BmcDetails.Spoken(true, Optional.of(443), Optional.of(17)),
                Optional.of(new BmcDetails.Firmware("5.12", read)),
                Optional.of(new BmcDetails.Accounts(List.of(new BmcUser(2, "dcos", true, Privilege.ADMINISTRATOR),
                        new BmcUser(3, "onsite", true, Privilege.OPERATOR), new BmcUser(4, "guest", false,
                                Privilege.USER)),
                        read)),
                Optional.of(new BmcDetails.Network(new LanSettings(LanSettings.Source.STATIC, "10.20.3.75",
                        "255.255.255.0", Optional.of("10.20.3.1"), Optional.of(203), "3c:ec:ef:01:02:4b"), read)),
                Optional.of(new BmcDetails.Clock(Duration.ofSeconds(-48), read)),
                Optional.of(new BmcDetails.Doors(Set.of(Weakness.CIPHER_SUITE_0), read)),
                Optional.of(new BmcDetails.WatchdogTimer(Optional.of(new Watchdog(false, "hard reset",
                        Duration.ofMinutes(5), Duration.ZERO)), read)),
                Optional.of(new BmcDetails.Power(Optional.of(new PowerDraw(359, 118, 486, 312, Optional.empty())),
                        read)),
                Optional.of(new BmcDetails.Alerting(Optional.of("10.20.0.2"), read)), List.of());
    }

    private static <T> Page<T> page(List<T> items) {
        return new Page<>(items, 0, items.size());
    }
}
