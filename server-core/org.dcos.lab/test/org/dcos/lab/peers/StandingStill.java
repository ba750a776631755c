package org.dcos.lab.peers;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dcos.lab.Lab;
import org.dcos.lab.LabOptions;
import org.dcos.lab.bmc.LabClock;
import org.dcos.lab.network.LabBmc;
import org.dcos.lab.plan.Manufacturer;

/** Labs whose sensors stand still, so that what two tools read at different times can be compared. */
final class StandingStill {

    private static final Instant MOMENT = Instant.parse("2026-11-23T04:00:00Z");

    static Lab lab(int servers, String baseAddress) throws IOException {
        return Lab.start(LabOptions.DEFAULT.withServers(servers).withBaseAddress(baseAddress),
                new LabClock(InstantSource.fixed(MOMENT), System::nanoTime));
    }

    /** A running server of each maker: their sensors are encoded differently. */
    static List<LabBmc> oneOfEachMaker(Lab lab) {
        Map<Manufacturer, LabBmc> found = new EnumMap<>(Manufacturer.class);
        lab.bmcs().stream().filter(bmc -> bmc.simulator().isOn())
                .forEach(bmc -> found.putIfAbsent(bmc.server().hardware().manufacturer(), bmc));
        return List.copyOf(found.values());
    }

    private StandingStill() {}
}
