package org.dcos.server.oob.waves;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import org.dcos.domain.cmdb.Inventory;
import org.dcos.domain.cmdb.InventoryStore;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Records;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.impact.Hurt;
import org.dcos.domain.impact.Hurt.Cause;
import org.dcos.domain.impact.Hurt.Severity;
import org.dcos.domain.impact.ImpactGraph;
import org.dcos.domain.impact.Impacts;
import org.dcos.domain.power.BootDevice;
import org.dcos.domain.power.ChassisCommand;
import org.dcos.domain.power.ChassisOrder;
import org.dcos.domain.power.ChassisPlan;
import org.dcos.domain.power.ChassisPlan.Target;
import org.dcos.domain.power.PowerPlan.Warning;
import org.dcos.domain.power.Waves;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.status.Statuses;
import org.dcos.server.oob.Endpoints;
import org.dcos.server.oob.Places;
import org.dcos.server.oob.PowerSwitch;

/** Looks at each server of an order, at what depends on it, and lays the waves. */
final class Planning {

    /** Things that hang on a server and are looked at; the counts are of all. */
    private static final int LOOKED_AT = 200;
    private static final int TOLD = 5;
    private static final int TOGETHER = 10;

    private final Inventory inventory;
    private final InventoryStore places;
    private final Records records;
    private final Statuses statuses;
    private final Impacts impacts;
    private final Endpoints endpoints;
    private final InstantSource clock;

    Planning(Inventory inventory, InventoryStore places, Records records, Statuses statuses, Impacts impacts,
            Endpoints endpoints, InstantSource clock) {
        this.inventory = inventory;
        this.places = places;
        this.records = records;
        this.statuses = statuses;
        this.impacts = impacts;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    /** A plan with the servers of its waves. */
    record Laid(ChassisPlan plan, Map<UUID, Server> servers) {}

    Laid plan(ChassisOrder order) throws Problem {
        var around = new Surroundings(places, records);
        var servers = new LinkedHashMap<UUID, Server>();
        var carried = new LinkedHashMap<UUID, List<ImpactGraph.Thing>>();
        var candidates = new ArrayList<Candidate>();
        for (UUID id : new LinkedHashSet<>(order.servers())) {
            var server = inventory.server(id);
            servers.put(id, server);
            Optional<ImpactGraph> graph = order.command().interrupts() || order.waves().by() == Waves.By.FEED
                    ? Optional.of(impacts.graph(id, LOOKED_AT))
                    : Optional.empty();
            var hits = order.command().interrupts() ? hits(graph) : List.<ImpactGraph.Thing>of();
            carried.put(id, hits);
            candidates.add(new Candidate(target(server, order, around, graph, hits), around.order(server)));
        }
        return new Laid(lay(order, candidates, carried), servers);
    }

    private static List<ImpactGraph.Thing> hits(Optional<ImpactGraph> graph) {
        return graph.stream().flatMap(found -> found.things().stream()).filter(thing -> thing.hit().isPresent())
                .filter(thing -> !thing.id().equals(graph.get().things().getFirst().id())).toList();
    }

    private Target target(Server server, ChassisOrder order, Surroundings around, Optional<ImpactGraph> graph,
            List<ImpactGraph.Thing> hits) throws Problem {
        var status = statuses.status(server.id());
        int lost = 0;
        int degraded = 0;
        if (order.command().interrupts() && graph.isPresent()) {
            lost = graph.get().counts().stream().mapToInt(ImpactGraph.Count::lost).sum();
            degraded = graph.get().counts().stream().mapToInt(ImpactGraph.Count::degraded).sum();
        }
        var hurt = hits.stream().limit(TOLD).map(thing -> new Hurt(thing.kind(), thing.id(), thing.name(),
                thing.place(), thing.hit().orElse(Severity.DEGRADED), cause(graph, thing.id()),
                List.of(server.name(), thing.name()))).toList();
        return new Target(server.id(), server.name(), server.serial(), OptionalInt.empty(),
                new Places(places).of(server), around.rack(server).map(Rack::name).orElse(""),
                around.group(server, order.waves(), graph), server.owner(), around.business(server), status.power(),
                status.powerAsOf(), lost, degraded, hurt, warnings(server, order.command(), lost));
    }

    private static Cause cause(Optional<ImpactGraph> graph, UUID hit) {
        return graph.stream().flatMap(found -> found.ties().stream()).filter(tie -> tie.to().equals(hit))
                .map(ImpactGraph.Tie::by).findFirst().orElse(Cause.DEPENDENCY);
    }

    private List<Warning> warnings(Server server, ChassisCommand command, int lost) throws Problem {
        var status = statuses.status(server.id());
        var now = clock.instant();
        var warnings = new ArrayList<Warning>();
        boolean stale = status.powerAsOf().isEmpty() || status.stale(now);
        if (endpoints.of(server.id()).isEmpty()) {
            warnings.add(Warning.NO_BMC);
        } else if (stale) {
            warnings.add(Warning.STATE_IS_STALE);
        }
        if (command instanceof ChassisCommand.SetPower(var action) && !stale
                && PowerSwitch.pointless(action, status.power())) {
            warnings.add(Warning.NOTHING_TO_DO);
        }
        boolean boots = command instanceof ChassisCommand.SetBoot(var device, _, _)
                && device != BootDevice.NONE && device != BootDevice.DISK;
        if (server.state() == LifecycleState.ACTIVE && (command.interrupts() || boots)) {
            warnings.add(Warning.IN_SERVICE);
        }
        if (lost > 0) {
            warnings.add(Warning.OTHERS_DEPEND);
        }
        return warnings;
    }

    private static ChassisPlan lay(ChassisOrder order, List<Candidate> candidates,
            Map<UUID, List<ImpactGraph.Thing>> carried) {
        var made = WaveLayout.of(candidates.stream().filter(Candidate::goes).toList(), order.waves());
        var waves = new ArrayList<ChassisPlan.Wave>();
        var targets = new ArrayList<Target>();
        for (int i = 0; i < made.size(); i++) {
            var wave = made.get(i);
            waves.add(new ChassisPlan.Wave(wave.name(), wave.canary(), wave.servers().size(),
                    together(wave.servers(), carried)));
            for (Candidate candidate : wave.servers()) {
                targets.add(candidate.in(OptionalInt.of(i)).target());
            }
        }
        candidates.stream().filter(candidate -> !candidate.goes()).sorted(Candidate.ORDER)
                .forEach(candidate -> targets.add(candidate.target()));
        return new ChassisPlan(order.command(), digest(order, targets), waves, targets);
    }

    /** What more than one server of the wave carries, without being lost with one alone. */
    private static List<String> together(List<Candidate> servers, Map<UUID, List<ImpactGraph.Thing>> carried) {
        var counts = new LinkedHashMap<UUID, Integer>();
        var names = new LinkedHashMap<UUID, String>();
        for (Candidate candidate : servers) {
            for (ImpactGraph.Thing thing : carried.getOrDefault(candidate.target().server(), List.of())) {
                if (thing.hit().filter(Severity.DEGRADED::equals).isPresent()) {
                    counts.merge(thing.id(), 1, Integer::sum);
                    names.put(thing.id(), thing.name());
                }
            }
        }
        return counts.entrySet().stream().filter(entry -> entry.getValue() > 1).map(entry -> names.get(entry.getKey()))
                .limit(TOGETHER).toList();
    }

    private static String digest(ChassisOrder order, List<Target> targets) {
        var text = new StringBuilder(order.command().toString());
        targets.forEach(target -> text.append('\n').append(target.server()).append(' ').append(target.wave()));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
