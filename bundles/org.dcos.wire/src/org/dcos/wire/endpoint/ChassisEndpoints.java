package org.dcos.wire.endpoint;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.power.ChassisOrder;
import org.dcos.domain.power.ChassisOrders;
import org.dcos.domain.power.ChassisPlan;
import org.dcos.domain.power.ChassisRun;
import org.dcos.wire.endpoint.Endpoint.ById;

import tools.jackson.core.type.TypeReference;

/** Orders to many chassis, in waves. */
public final class ChassisEndpoints {

    public record Order(ChassisOrder body) {}

    public record ListOrders(Optional<ChassisRun.Stage> stage, PageRequest page) {}

    public record RestOf(UUID id, ChassisOrders.Rest which) {}

    public static final Endpoint<Order, ChassisPlan> PLAN = Endpoint.post("plan-chassis-order", "/chassis-plans",
            Order.class, ChassisPlan.class,
            "Tells what an order to many chassis would do, wave by wave; touches no hardware.",
            (core, q) -> core.chassisOrders().plan(q.body()));

    public static final Endpoint<Order, ChassisRun> ORDER = Endpoint.post("order-chassis", "/chassis-orders",
            Order.class, ChassisRun.class,
            "Changes power, boot device or identify LED of many servers, in waves, as an operation.",
            (core, q) -> core.chassisOrders().order(q.body())).succeeds(202);

    public static final Endpoint<ListOrders, Page<ChassisRun>> LIST = Endpoint.get("list-chassis-orders",
            "/chassis-orders", ListOrders.class, new TypeReference<>() {},
            "Lists the orders to many chassis, newest first, without their servers.",
            (core, q) -> q.stage().isEmpty() ? core.chassisOrders().runs(q.page())
                    : Lists.matching(core.chassisOrders()::runs, run -> run.stage() == q.stage().get(), q.page()));

    public static final Endpoint<ById, ChassisRun> GET = Endpoint.get("get-chassis-order", "/chassis-orders/{id}",
            ById.class, ChassisRun.class, "One order with what became of each server.",
            (core, q) -> core.chassisOrders().run(q.id()));

    public static final Endpoint<ById, ChassisRun> PAUSE = Endpoint.post("pause-chassis-order",
            "/chassis-orders/{id}/pause", ById.class, ChassisRun.class,
            "Begins with no more servers until the order is told to go on.",
            (core, q) -> core.chassisOrders().pause(q.id()));

    public static final Endpoint<ById, ChassisRun> GO_ON = Endpoint.post("continue-chassis-order",
            "/chassis-orders/{id}/continuation", ById.class, ChassisRun.class,
            "Lets an order go on after its canary, or after a pause.",
            (core, q) -> core.chassisOrders().goOn(q.id()));

    public static final Endpoint<RestOf, ChassisOrder> REST = Endpoint.get("get-rest-of-chassis-order",
            "/chassis-orders/{id}/rest", RestOf.class, ChassisOrder.class,
            "The order for the servers that failed, were not begun, or both; it is not given by this.",
            (core, q) -> core.chassisOrders().rest(q.id(), q.which()));

    private ChassisEndpoints() {}

    static List<Endpoint<?, ?>> all() {
        return List.of(PLAN, ORDER, LIST, GET, PAUSE, GO_ON, REST);
    }
}
