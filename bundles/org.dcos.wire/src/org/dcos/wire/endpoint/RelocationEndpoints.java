package org.dcos.wire.endpoint;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.Relocation;
import org.dcos.domain.cmdb.RelocationAction;
import org.dcos.domain.cmdb.RelocationState;
import org.dcos.domain.relocation.RelocationOrder;
import org.dcos.domain.relocation.RelocationPlan;
import org.dcos.wire.endpoint.Endpoint.ById;

import tools.jackson.core.type.TypeReference;

/** Machines on their way to other places. */
public final class RelocationEndpoints {

    public record Order(RelocationOrder body) {}

    public record ListRelocations(Optional<RelocationState> state, PageRequest page) {}

    public record StepDone(UUID device, RelocationAction action, String note) {}

    public record Step(UUID id, StepDone body) {}

    public record RollBackOrder(String why) {}

    public record RollBack(UUID id, RollBackOrder body) {}

    public static final Endpoint<Order, RelocationPlan> PLAN = Endpoint.post("plan-relocation", "/relocation-plans",
            Order.class, RelocationPlan.class,
            "What a relocation would do to racks, cables and addresses, and what would break; changes nothing.",
            (core, q) -> core.relocations().plan(q.body()));

    public static final Endpoint<Order, Relocation> BEGIN = Endpoint.post("begin-relocation", "/relocations",
            Order.class, Relocation.class, "Begins a relocation: keeps its target free.",
            (core, q) -> core.relocations().begin(q.body())).succeeds(201);

    public static final Endpoint<ListRelocations, Page<Relocation>> LIST = Endpoint.get("list-relocations",
            "/relocations", ListRelocations.class, new TypeReference<>() {},
            "Lists the relocations: those under way first, then the newest first.",
            (core, q) -> core.relocations().relocations(q.state(), q.page()));

    public static final Endpoint<ById, Relocation> GET = Endpoint.get("get-relocation", "/relocations/{id}", ById.class,
            Relocation.class, "One relocation with the steps done so far.",
            (core, q) -> core.relocations().relocation(q.id()));

    public static final Endpoint<ById, RelocationPlan> OUTLOOK = Endpoint.get("get-relocation-outlook",
            "/relocations/{id}/outlook", ById.class, RelocationPlan.class,
            "What is left to be moved, and what that would break as the records are now.",
            (core, q) -> core.relocations().outlook(q.id()));

    public static final Endpoint<Step, Relocation> DONE = Endpoint.post("do-relocation-step",
            "/relocations/{id}/steps", Step.class, Relocation.class,
            "Says that a machine's next step is done; said again it changes nothing.",
            (core, q) -> core.relocations().done(q.id(), q.body().device(), q.body().action(), q.body().note()));

    public static final Endpoint<RollBack, Relocation> ROLL_BACK = Endpoint.post("roll-back-relocation",
            "/relocations/{id}/roll-back", RollBack.class, Relocation.class,
            "Puts the records back as they were before the relocation, in one change set.",
            (core, q) -> core.relocations().rollBack(q.id(), q.body().why()));

    private RelocationEndpoints() {}

    static List<Endpoint<?, ?>> all() {
        return List.of(PLAN, BEGIN, LIST, GET, OUTLOOK, DONE, ROLL_BACK);
    }
}
