package org.dcos.server.oob.waves;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.access.Caller;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.audit.AuditLog;
import org.dcos.domain.bmc.BmcDriver;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.bmc.CredentialVault;
import org.dcos.domain.cmdb.Inventory;
import org.dcos.domain.cmdb.InventoryStore;
import org.dcos.domain.cmdb.Records;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.impact.Impacts;
import org.dcos.domain.monitor.PollNow;
import org.dcos.domain.operation.Operation.Result;
import org.dcos.domain.operation.OperationRunner;
import org.dcos.domain.power.ChassisCommand;
import org.dcos.domain.power.ChassisOrder;
import org.dcos.domain.power.ChassisOrders;
import org.dcos.domain.power.ChassisPlan;
import org.dcos.domain.power.ChassisRun;
import org.dcos.domain.power.ChassisRun.Stage;
import org.dcos.domain.power.ChassisRun.State;
import org.dcos.domain.power.ChassisRun.Step;
import org.dcos.domain.power.ChassisRunStore;
import org.dcos.domain.power.PowerPlan.Warning;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.status.Statuses;
import org.dcos.server.oob.Endpoints;
import org.dcos.server.oob.PowerSwitch;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Plans orders to many chassis, has them carried out in waves, and knows what became of each server. */
@Component(service = ChassisOrders.class)
public final class WavedOrders implements ChassisOrders {

    private final Planning planning;
    private final OperationRunner operations;
    private final AuditLog audit;
    private final ChassisRunStore store;
    private final PowerSwitch chassis;
    private final InstantSource clock;
    private final Map<UUID, WaveRun> running = new ConcurrentHashMap<>();

    @Activate
    public WavedOrders(@Reference Inventory inventory, @Reference InventoryStore places, @Reference Records records,
            @Reference Statuses statuses, @Reference Impacts impacts, @Reference BmcStore bmcs,
            @Reference CredentialVault vault, @Reference BmcDriver driver, @Reference OperationRunner operations,
            @Reference AuditLog audit, @Reference PollNow poll, @Reference ChassisRunStore store) {
        this(new Planning(inventory, places, records, statuses, impacts, new Endpoints(bmcs, vault),
                InstantSource.system()), operations, audit, store,
                new PowerSwitch(driver, new Endpoints(bmcs, vault), poll), InstantSource.system());
    }

    WavedOrders(Planning planning, OperationRunner operations, AuditLog audit, ChassisRunStore store,
            PowerSwitch chassis, InstantSource clock) {
        this.planning = planning;
        this.operations = operations;
        this.audit = audit;
        this.store = store;
        this.chassis = chassis;
        this.clock = clock;
        interruptThoseLeftOver();
    }

    /** What ran when the last server-core ended does not go on: nobody knows what has changed since. */
    private void interruptThoseLeftOver() {
        Page<ChassisRun> page;
        int looked = 0;
        do {
            page = store.runs(new PageRequest(looked, 100));
            for (ChassisRun brief : page.items()) {
                if (!brief.stage().ended()) {
                    store.run(brief.id()).ifPresent(this::interrupt);
                }
            }
            looked += page.items().size();
        } while (!page.items().isEmpty() && looked < page.total());
    }

    private void interrupt(ChassisRun run) {
        var steps = new ArrayList<>(run.steps());
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            if (step.state() == State.BEGUN) {
                steps.set(i, new Step(step.wave(), step.server(), step.name(), step.place(), State.UNKNOWN,
                        "interrupted", WaveRun.IN_DOUBT.formatted(step.name()), step.at()));
                store.step(run.id(), i, steps.get(i));
            }
        }
        store.stage(run.with(steps).at(Stage.INTERRUPTED, WaveRun.INTERRUPTED, Optional.of(clock.instant())));
    }

    @Override
    public ChassisPlan plan(ChassisOrder order) throws Problem {
        OrderCheck.plan(order);
        return planning.plan(order).plan();
    }

    @Override
    public ChassisRun order(ChassisOrder order) throws Problem {
        OrderCheck.order(order);
        var laid = planning.plan(order);
        var plan = laid.plan();
        if (!order.seen().isEmpty() && !order.seen().equals(plan.digest())) {
            throw new Conflict("The waves are others by now than those that were confirmed: states or records have "
                    + "changed. Look at the plan again.");
        }
        if (plan.waves().isEmpty()) {
            throw new Conflict("Nothing can be carried out: every server is in that state already, or has no known "
                    + "BMC.");
        }
        requireFree(plan);
        return start(order, plan, laid.servers());
    }

    /** Two orders would fight over a server. */
    private void requireFree(ChassisPlan plan) throws Conflict {
        for (WaveRun other : running.values()) {
            var now = other.now();
            for (Step step : now.stage().ended() ? List.<Step>of() : now.steps()) {
                boolean open = step.state() == State.NOT_BEGUN || step.state() == State.BEGUN;
                if (open && plan.targets().stream().anyMatch(target -> target.server().equals(step.server()))) {
                    throw new Conflict("%s belongs to an order of %s that has not ended. Wait for it, or cancel it."
                            .formatted(step.name(), now.startedBy()));
                }
            }
        }
    }

    private ChassisRun start(ChassisOrder order, ChassisPlan plan, Map<UUID, Server> servers) {
        var caller = Caller.current();
        var kind = kind(order.command());
        var what = what(order.command());
        var one = plan.targets().getFirst().name();
        var title = servers.size() == 1 ? "%s of %s".formatted(what, one)
                : "%s of %,d servers".formatted(what, servers.size());
        write(caller, kind, Optional.empty(), "Ordered %s in %d waves".formatted(title, plan.waves().size()),
                order.reason());
        var begun = new CountDownLatch(1);
        var made = new AtomicReference<Optional<WaveRun>>(Optional.empty());
        var operation = operations.start(kind, title, plan.targets().size(), progress -> {
            try {
                var run = run(progress.operation(), order, plan, caller.name());
                store.begin(run);
                var work = new WaveRun(run, store, step -> {
                    var server = Optional.ofNullable(servers.get(step.server())).orElseThrow();
                    write(caller, kind, Optional.of(server.id()), "Ordered %s of %s".formatted(
                            what.toLowerCase(Locale.ROOT), server.name()), order.reason());
                    return chassis.carryOut(server, order.command(), progress::cancelled);
                }, clock);
                made.set(Optional.of(work));
                running.put(run.id(), work);
            } finally {
                begun.countDown();
            }
            try {
                return made.get().orElseThrow().carryOut(progress);
            } finally {
                running.remove(progress.operation());
            }
        });
        try {
            begun.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return made.get().map(WaveRun::now).orElseThrow(() -> new IllegalStateException(
                "the order %s could not be stored".formatted(operation.id())));
    }

    private ChassisRun run(UUID id, ChassisOrder order, ChassisPlan plan, String caller) {
        var steps = new ArrayList<Step>();
        for (ChassisPlan.Target target : plan.targets()) {
            steps.add(new Step(target.wave().orElse(plan.waves().size()), target.server(), target.name(),
                    target.place(), target.wave().isPresent() ? State.NOT_BEGUN : State.LEFT_OUT,
                    target.wave().isPresent() ? "" : leftOut(target).outcome(),
                    target.wave().isPresent() ? "" : leftOut(target).message(), Optional.<Instant>empty()));
        }
        return new ChassisRun(id, order, Stage.RUNNING, "", caller, clock.instant(), Optional.empty(),
                plan.waves().stream().map(wave -> new ChassisRun.Wave(wave.name(), wave.canary(), wave.servers(), 0, 0,
                        0)).toList(),
                List.of()).with(steps);
    }

    private static Result leftOut(ChassisPlan.Target target) {
        return target.warnings().contains(Warning.NO_BMC)
                ? new Result(target.name(), Optional.of(target.server()), false, "no-bmc",
                        "%s has no known BMC. Run the discovery for its address first.".formatted(target.name()))
                : new Result(target.name(), Optional.of(target.server()), true, "nothing-to-do",
                        "%s: nothing to do, chassis power is %s.".formatted(target.name(), target.power()));
    }

    private static String kind(ChassisCommand command) {
        return switch (command) {
            case ChassisCommand.SetPower(var action) -> "power."
                    + action.name().toLowerCase(Locale.ROOT).replace('_', '-');
            case ChassisCommand.SetBoot _ -> "chassis.boot-device";
            case ChassisCommand.Light _ -> "chassis.identify";
        };
    }

    private static String what(ChassisCommand command) {
        return switch (command) {
            case ChassisCommand.SetPower(var action) -> PowerSwitch.title(action);
            case ChassisCommand.SetBoot _ -> "Boot device";
            case ChassisCommand.Light _ -> "Identify LED";
        };
    }

    private void write(Caller caller, String action, Optional<UUID> server, String what, String why) {
        audit.append(new AuditEntry(0, clock.instant(), caller.name(), caller.origin(), action, server, what,
                why.strip()));
    }

    @Override
    public Page<ChassisRun> runs(PageRequest page) {
        var stored = store.runs(page);
        return new Page<>(stored.items().stream().map(run -> Optional.ofNullable(running.get(run.id()))
                .map(WaveRun::now).orElse(run).brief()).toList(), stored.offset(), stored.total());
    }

    @Override
    public ChassisRun run(UUID id) throws Problem {
        Optional<ChassisRun> run = Optional.ofNullable(running.get(id)).map(WaveRun::now);
        return run.isPresent() ? run.get() : store.run(id).orElseThrow(() -> NotFound.of("order", id));
    }

    @Override
    public ChassisRun pause(UUID id) throws Problem {
        return held(id, WaveRun::pause);
    }

    @Override
    public ChassisRun goOn(UUID id) throws Problem {
        return held(id, WaveRun::goOn);
    }

    /** @return whether it was still running */
    @FunctionalInterface
    private interface Saying {
        boolean to(WaveRun run);
    }

    private ChassisRun held(UUID id, Saying saying) throws Problem {
        var work = Optional.ofNullable(running.get(id));
        if (work.isEmpty() || !saying.to(work.get())) {
            run(id);
            throw new Conflict("The order has ended already. What it left can be ordered anew.");
        }
        return work.get().now();
    }

    @Override
    public ChassisOrder rest(UUID id, Rest which) throws Problem {
        var run = run(id);
        if (!run.stage().ended()) {
            throw new Conflict("The order has not ended yet. Wait for it, or cancel it.");
        }
        var wanted = switch (which) {
            case FAILED -> List.of(State.FAILED, State.UNKNOWN);
            case NOT_BEGUN -> List.of(State.NOT_BEGUN);
            case ALL -> List.of(State.FAILED, State.UNKNOWN, State.NOT_BEGUN);
        };
        var servers = run.steps().stream().filter(step -> wanted.contains(step.state()))
                .map(Step::server).toList();
        if (servers.isEmpty()) {
            throw new Conflict("The order has left nothing of that kind: there is nothing to be done again.");
        }
        return new ChassisOrder(servers, run.order().command(), run.order().reason(), run.order().waves(),
                Optional.of(id), "");
    }
}
