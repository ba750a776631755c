package org.dcos.ui.parts.device;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.bmc.BmcSetup.BmcUser;
import org.dcos.domain.bmc.BmcSetup.BmcUser.Privilege;
import org.dcos.domain.bmc.BmcSetup.LanSettings;
import org.dcos.domain.bmc.BmcSetup.Part;
import org.dcos.domain.bmc.BmcSetup.PowerDraw;
import org.dcos.domain.bmc.BmcSetup.Watchdog;
import org.dcos.domain.bmc.BmcSetup.Weakness;
import org.dcos.domain.bmcsetup.BmcDetails;

/** How the BMC of the page is set up. */
final class SetupAnswers {

    private static final Instant READ = PageAnswers.NOW.minusSeconds(204);

    static List<Part> parts() {
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

    static BmcDetails details(UUID bmc) {
        return new BmcDetails(bmc, Optional.of(PageAnswers.SERVER.id()), "srv-a03-04", "10.20.3.75", 623, "dcos",
                new BmcDetails.Spoken(true, Optional.of(443), Optional.of(17)),
                Optional.of(new BmcDetails.Firmware("5.12", READ)),
                Optional.of(new BmcDetails.Accounts(List.of(new BmcUser(2, "dcos", true, Privilege.ADMINISTRATOR),
                        new BmcUser(3, "onsite", true, Privilege.OPERATOR), new BmcUser(4, "guest", false,
                                Privilege.USER)),
                        READ)),
                Optional.of(new BmcDetails.Network(new LanSettings(LanSettings.Source.STATIC, "10.20.3.75",
                        "255.255.255.0", Optional.of("10.20.3.1"), Optional.of(203), "3c:ec:ef:01:02:4b"), READ)),
                Optional.of(new BmcDetails.Clock(Duration.ofSeconds(-48), READ)),
                Optional.of(new BmcDetails.Doors(Set.of(Weakness.CIPHER_SUITE_0, Weakness.ANONYMOUS), READ)),
                Optional.of(new BmcDetails.WatchdogTimer(Optional.of(new Watchdog(true, "hard reset",
                        Duration.ofMinutes(5), Duration.ofSeconds(80))), READ)),
                Optional.of(new BmcDetails.Power(Optional.of(new PowerDraw(359, 118, 486, 312, Optional.empty())),
                        READ)),
                Optional.empty(), List.of(new BmcDetails.Failure(BmcDetails.Section.ALERTING,
                        "The BMC at 10.20.3.75 refuses Get PEF Configuration (C1h). It may not know it.",
                        READ)));
    }

    private SetupAnswers() {}
}
