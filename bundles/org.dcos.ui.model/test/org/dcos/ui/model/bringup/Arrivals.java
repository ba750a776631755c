package org.dcos.ui.model.bringup;

import static org.dcos.ui.model.Samples.NOW;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.bmc.BmcIdentity;
import org.dcos.domain.bringup.Arrival;
import org.dcos.domain.bringup.Arrival.Cause;
import org.dcos.domain.bringup.Arrival.Step;
import org.dcos.domain.bringup.Arrival.Trouble;
import org.dcos.domain.bringup.Stage;

/** Arrivals for tests. */
final class Arrivals {

    private Arrivals() {}

    static Arrival of(int number, Stage stage, Optional<UUID> server) {
        return new Arrival(new UUID(20, number), 1, "3c:ec:ef:00:00:0" + number, "10.20.3." + number, 623,
                "DHCP: Huawei", stage, Optional.empty(), server, Optional.empty(), steps(behind(stage)),
                NOW.minusSeconds(600), NOW.minusSeconds(60));
    }

    private static int behind(Stage stage) {
        return switch (stage) {
            case SEEN -> 0;
            case IDENTIFIED -> 3;
            case ACCEPTED -> 9;
            case AVAILABLE -> 11;
        };
    }

    private static List<Step> steps(int behind) {
        var steps = new ArrayList<Step>();
        for (var kind : Step.Kind.values()) {
            boolean done = kind.ordinal() < behind;
            Optional<Instant> at = done ? Optional.of(NOW.minusSeconds(500 - 10L * kind.ordinal())) : Optional.empty();
            steps.add(new Step(kind, done, at, done ? "evidence of " + kind : ""));
        }
        return steps;
    }

    static Arrival troubled(Arrival arrival, Cause cause, boolean quarantine) {
        return new Arrival(arrival.id(), arrival.version() + 1, arrival.mac(), arrival.address(), arrival.port(),
                arrival.found(), arrival.stage(), Optional.of(new Trouble(cause, "It is wrong.", "Do right.",
                        quarantine, quarantine ? Optional.empty() : Optional.of(NOW.plusSeconds(30)))),
                arrival.server(), arrival.identity(), arrival.steps(), arrival.seen(), NOW);
    }

    static Arrival telling(Arrival arrival, String model, String serial) {
        return new Arrival(arrival.id(), arrival.version(), arrival.mac(), arrival.address(), arrival.port(),
                arrival.found(), arrival.stage(), arrival.trouble(), arrival.server(),
                Optional.of(new BmcIdentity("", "1.0", "Huawei", model, serial, "", "", "")), arrival.steps(),
                arrival.seen(), arrival.changed());
    }
}
