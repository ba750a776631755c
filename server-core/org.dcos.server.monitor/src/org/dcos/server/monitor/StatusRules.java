package org.dcos.server.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.dcos.domain.bmc.BmcTrouble;
import org.dcos.domain.monitor.Observation;
import org.dcos.domain.sensor.SensorReading;
import org.dcos.domain.status.Health;
import org.dcos.domain.status.Reachability;
import org.dcos.domain.status.ServerStatus;

/** What an observation makes of a server's status: pure functions. */
final class StatusRules {

    private static final String TEMPERATURE = "temperature";
    private static final List<String> INLET = List.of("inlet", "ambient", "front");
    /**
     * Names of a sensor that tells the power of the whole server, as makers write them, without blanks and underscores.
     */
    private static final Set<String> WHOLE = Set.of("power", "totalpower", "systempower", "syspower", "chassispower",
            "pwrconsumption", "powermeter", "powerconsumption", "inputpower", "totpower");

    /** @param freshFor how long a power state counts as fresh */
    static ServerStatus next(ServerStatus old, Observation observation, Duration freshFor) {
        return switch (observation) {
            case Observation.Power(_, Instant at, var state) ->
                    new ServerStatus(old.server(), Reachability.REACHABLE, state,
                            old.health(), Optional.of(at), old.sensorsAsOf(), Optional.of(at.plus(freshFor)), "",
                            old.inletCelsius(), old.powerWatts());
            case Observation.Sensors(_, Instant at, var readings) -> new ServerStatus(old.server(),
                    Reachability.REACHABLE,
                    old.power(), old.health(), old.powerAsOf(), Optional.of(at), old.freshUntil(), old.trouble(),
                    inletCelsius(readings), powerWatts(readings), old.cause());
            case Observation.Silent(_, _, String why, var cause) ->
                    new ServerStatus(old.server(), Reachability.UNREACHABLE, old.power(),
                            old.health(), old.powerAsOf(), old.sensorsAsOf(), old.freshUntil(), why, old.inletCelsius(),
                            old.powerWatts(), cause);
        };
    }

    static ServerStatus withHealth(ServerStatus status, Health health) {
        return new ServerStatus(status.server(), status.reachability(), status.power(), health, status.powerAsOf(),
                status.sensorsAsOf(), status.freshUntil(), status.trouble(), status.inletCelsius(),
                status.powerWatts(), status.cause());
    }

    static ServerStatus withTrouble(ServerStatus status, String trouble, Optional<BmcTrouble> cause) {
        return new ServerStatus(status.server(), status.reachability(), status.power(), status.health(),
                status.powerAsOf(),
                status.sensorsAsOf(), status.freshUntil(), trouble, status.inletCelsius(), status.powerWatts(), cause);
    }

    /** The worst level of the sensors; UNKNOWN when none tells. */
    static Health health(List<SensorReading> readings) {
        var worst = Health.UNKNOWN;
        for (var reading : readings) {
            worst = worse(worst, switch (reading.level()) {
                case OK -> Health.OK;
                case WARNING -> Health.WARNING;
                case CRITICAL -> Health.CRITICAL;
                case UNAVAILABLE -> Health.UNKNOWN;
            });
        }
        return worst;
    }

    static Health worse(Health a, Health b) {
        return rank(a) >= rank(b) ? a : b;
    }

    private static int rank(Health health) {
        return switch (health) {
            case UNKNOWN -> 0;
            case OK -> 1;
            case WARNING -> 2;
            case CRITICAL -> 3;
        };
    }

    /** Of the first temperature sensor whose name says inlet, else ambient, else front. */
    static Optional<Double> inletCelsius(List<SensorReading> readings) {
        for (var word : INLET) {
            for (var reading : readings) {
                if (reading.value().isPresent() && reading.type().toLowerCase(Locale.ROOT).equals(TEMPERATURE)
                        && reading.name().toLowerCase(Locale.ROOT).contains(word)) {
                    return reading.value();
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Power drawn: of the sensor for the whole server where there is one; else what the power supplies take in; else
     * the sum of what is called power. Makers differ: some tell the whole and the parts, which must not be counted
     * twice.
     */
    static Optional<Double> powerWatts(List<SensorReading> readings) {
        var watts = readings.stream().filter(reading -> reading.unit().equals("W") && reading.value().isPresent())
                .toList();
        return sum(watts, name -> WHOLE.contains(name))
                .or(() -> sum(watts, name -> name.contains("psu") && power(name) && name.contains("in")))
                .or(() -> sum(watts, name -> name.contains("psu") && power(name) && !name.contains("out")))
                .or(() -> sum(watts, StatusRules::power));
    }

    private static boolean power(String name) {
        return name.contains("power") || name.contains("pwr");
    }

    private static Optional<Double> sum(List<SensorReading> watts, Predicate<String> named) {
        var values = watts.stream().filter(reading -> named.test(plain(reading.name())))
                .map(reading -> reading.value().orElse(0.0)).toList();
        return values.isEmpty() ? Optional.empty()
                : Optional.of(values.stream().mapToDouble(Double::doubleValue).sum());
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace(" ", "").replace("_", "");
    }

    private StatusRules() {}
}
