package org.dcos.tests.console.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.dcos.domain.Page;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.power.ChassisCommand;
import org.dcos.domain.power.ChassisOrder;
import org.dcos.domain.power.ChassisOrders;
import org.dcos.domain.power.ChassisPlan;
import org.dcos.domain.power.ChassisPlan.Target;
import org.dcos.domain.power.ChassisRun;
import org.dcos.domain.power.ChassisRun.Stage;
import org.dcos.domain.power.ChassisRun.State;
import org.dcos.domain.power.ChassisRun.Step;
import org.dcos.domain.power.PowerAction;
import org.dcos.domain.power.PowerPlan.Warning;
import org.dcos.domain.power.PowerState;
import org.dcos.domain.power.Waves;

/** An order to all servers of the demo that waits after its canary, and one that was stopped. */
final class DemoWaves {

    private static final int MOST = 60;

    private final DemoEstate estate;
    private final Instant now;

    DemoWaves(DemoEstate estate, Instant now) {
        this.estate = estate;
        this.now = now;
    }

    ChassisOrders service() {
        return Answers.to(ChassisOrders.class, (call, arguments) -> switch (call) {
            case "plan" -> plan((ChassisOrder) arguments[0]);
            case "runs" -> new Page<>(List.of(run(Stage.STOPPED).brief(), run(Stage.WAITING).brief()), 0, 2);
            case "run" -> run(arguments[0].equals(id(Stage.WAITING)) ? Stage.WAITING : Stage.STOPPED);
            default -> throw Answers.refused(call);
        });
    }

    private static UUID id(Stage stage) {
        return DemoEstate.id("order" + stage);
    }

    private ChassisPlan plan(ChassisOrder order) {
        Map<UUID, Rack> racks = estate.racks.stream().collect(Collectors.toMap(Rack::id, rack -> rack));
        var waves = new ArrayList<ChassisPlan.Wave>();
        var targets = new ArrayList<Target>();
        var groups = estate.servers.stream().filter(server -> order.servers().contains(server.id()))
                .collect(Collectors.groupingBy(server -> server.mounting().map(at -> racks.get(at.rack()).name())
                        .orElse(""), TreeMap::new, Collectors.toList()));
        groups.forEach((rack, servers) -> {
            if (waves.isEmpty() && order.servers().size() > 1) {
                waves.add(new ChassisPlan.Wave("", true, 1, List.of()));
                targets.add(target(servers.removeFirst(), 0, rack));
            }
            servers.forEach(server -> targets.add(target(server, waves.size(), rack)));
            waves.add(new ChassisPlan.Wave(rack, false, servers.size(), List.of()));
        });
        return new ChassisPlan(order.command(), "demo", waves, targets);
    }

    private Target target(Server server, int wave, String rack) {
        int number = Math.floorMod(server.hashCode(), 9);
        var warnings = number == 3 ? List.of(Warning.IN_SERVICE) : number == 5 ? List.of(Warning.STATE_IS_STALE)
                : List.<Warning>of();
        return new Target(server.id(), server.name(), server.serial(), OptionalInt.of(wave), rack, rack, rack,
                server.owner(), "", PowerState.ON, Optional.of(now.minusSeconds(12)), 0, 0, List.of(), warnings);
    }

    private ChassisRun run(Stage stage) {
        var order = new ChassisOrder(estate.servers.stream().map(Server::id).limit(MOST).toList(),
                new ChassisCommand.SetPower(PowerAction.CYCLE), "firmware of the BMCs, change 4711",
                new Waves(Waves.By.RACK, "", 20, 0, 1, true, Duration.ofSeconds(10), 20, 10), Optional.empty(), "");
        var plan = plan(order);
        var steps = new ArrayList<Step>();
        for (Target target : plan.targets()) {
            int wave = target.wave().orElseThrow();
            boolean begun = wave == 0 || stage == Stage.STOPPED && wave < 3;
            boolean failed = begun && wave == 2 && steps.size() % 3 == 0;
            steps.add(new Step(wave, target.server(), target.name(), target.place(),
                    failed ? State.FAILED : begun ? State.DONE : State.NOT_BEGUN,
                    failed ? "silent" : begun ? "done" : "",
                    failed ? target.name() + ": no answer from 10.20.3.9 after 3 tries in 6 s."
                            : begun ? "%s: chassis power is ON.".formatted(target.name()) : "",
                    begun ? Optional.of(now.minusSeconds(90 - steps.size())) : Optional.empty()));
        }
        return new ChassisRun(id(stage), order, stage, stage == Stage.STOPPED
                ? "Stopped: 5 of 14 servers of wave 3 failed, more than 20 %."
                : "The canary went well. Look at it, then say go on.", "li.wei", now.minusSeconds(120),
                stage.ended() ? Optional.of(now) : Optional.empty(),
                plan.waves().stream().map(wave -> new ChassisRun.Wave(wave.name(), wave.canary(), 0, 0, 0, 0))
                        .toList(),
                List.of()).with(steps);
    }
}
