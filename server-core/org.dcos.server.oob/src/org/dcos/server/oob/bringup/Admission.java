package org.dcos.server.oob.bringup;

import java.util.List;
import java.util.stream.Collectors;

import org.dcos.domain.bmc.BmcDriver;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcLog;
import org.dcos.domain.bringup.Arrival.Cause;
import org.dcos.domain.bringup.ArrivalStore;
import org.dcos.domain.bringup.ArrivalStore.Kept;
import org.dcos.domain.cmdb.Inventory;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.sensor.SensorReading;
import org.dcos.domain.sensor.SensorReading.Level;

/** The last steps: ACCEPTED in the records, looked over, AVAILABLE. */
final class Admission {

    private final BmcDriver driver;
    private final BmcLog log;
    private final Inventory inventory;
    private final Logins logins;
    private final Planned planned;

    Admission(Hands hands, Logins logins, Planned planned) {
        this.driver = hands.driver();
        this.log = hands.log();
        this.inventory = hands.inventory();
        this.logins = logins;
        this.planned = planned;
    }

    Step.Done accept(Kept kept) throws Stuck, Problem {
        Server server = server(kept);
        switch (server.state()) {
            case DISCOVERED, ACCEPTING_FAILED -> inventory.save(server.in(LifecycleState.ACCEPTED));
            case ACCEPTED, AVAILABLE -> {
                // it is already
            }
            case PLANNED, DEPLOYING, DEPLOYING_FAILED, ACTIVE, MAINTENANCE, CLEANING, CLEANING_FAILED, RETIRED ->
                    throw state(server);
        }
        return new Step.Done(kept, "%s is accepted.".formatted(server.name()));
    }

    private Server server(Kept kept) throws Stuck {
        return kept.arrival().server().flatMap(planned::server).orElseThrow(() -> Stuck.until(Cause.RECORDS,
                "The server that it was matched to is no longer recorded.", "Assign it to a planned server."));
    }

    private static Stuck state(Server server) {
        return Stuck.until(Cause.RECORDS, "%s is %s in the records.".formatted(server.name(), server.state()),
                "Put its state right in the records and try it again, or dismiss it.");
    }

    Step.Done check(Kept kept) throws Stuck, BmcFailure, InterruptedException {
        BmcEndpoint endpoint = logins.endpoint(kept);
        var power = driver.powerState(endpoint);
        List<SensorReading> sensors = driver.sensors(endpoint);
        List<SensorReading> bad = sensors.stream().filter(sensor -> sensor.level() == Level.CRITICAL).toList();
        if (!bad.isEmpty() && kept.intent().accepted().isEmpty()) {
            throw Stuck.until(Cause.CHECK_FAILED,
                    "%d of its %d sensors are critical: %s".formatted(bad.size(), sensors.size(), words(bad)),
                    "Have it put right and try it again, or accept it.");
        }
        int entries = log.state(endpoint).entries();
        if (!bad.isEmpty()) {
            return new Step.Done(kept, "Accepted with critical sensors (%s): %s".formatted(
                    kept.intent().accepted().map(ArrivalStore.Decision::reason).orElse(""), words(bad)));
        }
        return new Step.Done(kept, "Power is %s, none of its %d sensors is critical, its log has %d entries.".formatted(
                power, sensors.size(), entries));
    }

    private static String words(List<SensorReading> sensors) {
        return sensors.stream().map(sensor -> sensor.name() + sensor.value()
                .map(value -> " %s %s".formatted(Math.rint(value * 10) / 10, sensor.unit()))
                .orElseGet(() -> " " + String.join(", ", sensor.states()))).collect(Collectors.joining("; "));
    }

    Step.Done release(Kept kept) throws Stuck, Problem {
        Server server = server(kept);
        switch (server.state()) {
            case ACCEPTED -> inventory.save(server.in(LifecycleState.AVAILABLE));
            case ACCEPTING_FAILED -> inventory
                    .save(inventory.save(server.in(LifecycleState.ACCEPTED)).in(LifecycleState.AVAILABLE));
            case AVAILABLE -> {
                // it is already
            }
            case PLANNED, DISCOVERED, DEPLOYING, DEPLOYING_FAILED, ACTIVE, MAINTENANCE, CLEANING, CLEANING_FAILED,
                    RETIRED ->
                    throw state(server);
        }
        return new Step.Done(kept, "%s is in the pool.".formatted(server.name()));
    }

    /** What stands still for a reason of the machine is so in the records too. */
    void failed(Kept kept, Cause cause) throws Problem {
        boolean ofTheMachine = switch (cause) {
            case DIFFERENT, ADDRESS_LOST, CHECK_FAILED -> true;
            case JUNK_SERIAL, DUPLICATE, STRANGER, WRONG_LOGIN, SILENT, REFUSED, NO_ADDRESS, RECORDS -> false;
        };
        var server = kept.arrival().server().flatMap(planned::server)
                .filter(one -> one.state().mayBecome(LifecycleState.ACCEPTING_FAILED));
        if (ofTheMachine && server.isPresent()) {
            inventory.save(server.get().in(LifecycleState.ACCEPTING_FAILED));
        }
    }
}
