package org.dcos.wire.endpoint;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.capacity.RackCapacity;
import org.dcos.domain.cmdb.ChangeSet;
import org.dcos.domain.devicetype.FitOrder;
import org.dcos.domain.devicetype.TypeFit;
import org.dcos.domain.devicetype.TypeOrder;
import org.dcos.domain.devicetype.TypeReport;
import org.dcos.domain.impact.Hurt;
import org.dcos.domain.impact.ImpactGraph;
import org.dcos.domain.impact.Trace;
import org.dcos.domain.search.Hit;

import tools.jackson.core.type.TypeReference;

/** What is asked of the records as a whole: device types and their devices, search, impact, traces, capacity. */
public final class EstateEndpoints {

    /** Files of device types. */
    public record TakeTypes(TypeOrder body) {}

    public record ListFits(UUID id, PageRequest page) {}

    public record FitDevices(UUID id, FitOrder body) {}

    public record Find(String text, int limit) {}

    public record ListImpact(UUID id, PageRequest page) {}

    public record GetImpactGraph(UUID id, int most) {}

    public record GetTrace(UUID id) {}

    public record ListCapacity(Optional<UUID> room, PageRequest page) {}

    private static final int MOST_BYTES = 64 << 20;

    public static final Endpoint<TakeTypes, TypeReport> TAKE_TYPES = Endpoint.post("take-device-types",
            "/device-type-files", TakeTypes.class, TypeReport.class,
            "Takes device types from files of the community's format: all of them, or none.",
            (core, q) -> core.deviceTypes().take(q.body())).takes(MOST_BYTES);

    public static final Endpoint<ListFits, Page<TypeFit>> LIST_FITS = Endpoint.get("list-device-type-fits",
            "/device-types/{id}/fits", ListFits.class, new TypeReference<>() {},
            "The devices of a type whose ports differ from it.",
            (core, q) -> core.deviceTypes().fits(q.id(), q.page()));

    public static final Endpoint<FitDevices, ChangeSet> FIT_DEVICES = Endpoint.post("fit-devices",
            "/device-types/{id}/fits", FitDevices.class, ChangeSet.class,
            "Makes the ports of devices as their type says.",
            (core, q) -> core.deviceTypes().fit(q.id(), q.body())).succeeds(201);

    public static final Endpoint<Find, List<Hit>> FIND = Endpoint.get("find", "/search", Find.class,
            new TypeReference<>() {}, "Finds things of every kind by a name, number, label or address.",
            (core, q) -> core.search().find(q.text(), q.limit()));

    public static final Endpoint<ListImpact, Page<Hurt>> LIST_IMPACT = Endpoint.get("list-impact", "/impact/{id}",
            ListImpact.class, new TypeReference<>() {}, "What is hit when a thing goes.",
            (core, q) -> core.impacts().of(q.id(), q.page()));

    public static final Endpoint<GetImpactGraph, ImpactGraph> GET_IMPACT_GRAPH = Endpoint.get("get-impact-graph",
            "/impact/{id}/graph", GetImpactGraph.class, ImpactGraph.class,
            "A thing among what it hangs on and what is hit when it goes.",
            (core, q) -> core.impacts().graph(q.id(), q.most()));

    public static final Endpoint<GetTrace, Trace> GET_TRACE = Endpoint.get("get-trace", "/ports/{id}/trace",
            GetTrace.class, Trace.class, "Where a port leads, through cables and patch panels.",
            (core, q) -> core.impacts().trace(q.id()));

    public static final Endpoint<ListCapacity, Page<RackCapacity>> LIST_CAPACITY = Endpoint.get("list-rack-capacity",
            "/rack-capacity", ListCapacity.class, new TypeReference<>() {},
            "Units, power, weight and ports of racks: what there is, and what is used.",
            (core, q) -> core.capacities().racks(q.room(), q.page()));

    private EstateEndpoints() {}

    static List<Endpoint<?, ?>> all() {
        return List.of(TAKE_TYPES, LIST_FITS, FIT_DEVICES, FIND, LIST_IMPACT, GET_IMPACT_GRAPH, GET_TRACE,
                LIST_CAPACITY);
    }
}
