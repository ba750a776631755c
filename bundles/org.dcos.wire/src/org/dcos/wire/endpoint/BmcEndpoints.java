package org.dcos.wire.endpoint;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.DiscoveryOrder;
import org.dcos.domain.operation.Operation;
import org.dcos.domain.power.BootDevice;
import org.dcos.domain.power.PowerOrder;
import org.dcos.domain.power.PowerPlan;
import org.dcos.wire.endpoint.Endpoint.ById;

import tools.jackson.core.type.TypeReference;

/** Out-of-band: BMCs, their discovery, and what they do to their servers. */
public final class BmcEndpoints {

    /** An order that names 65,536 BMCs one by one fits. */
    private static final int MAX_ORDER = 16 << 20;

    public record ListBmcs(Optional<UUID> server, Optional<Boolean> matched, PageRequest page) {}

    public record Discover(DiscoveryOrder body) {}

    public record Power(PowerOrder body) {}

    /** @param time up to 255 s; zero puts the LED out */
    public record Identification(Duration time) {}

    public record Identify(UUID id, Identification body) {}

    /** @param persistent for every boot from now on, not only the next */
    public record BootChoice(BootDevice device, boolean persistent, boolean uefi) {}

    public record SetBootDevice(UUID id, BootChoice body) {}

    public static final Endpoint<ListBmcs, Page<Bmc>> LIST_BMCS = Endpoint.get("list-bmcs", "/bmcs", ListBmcs.class,
            new TypeReference<>() {}, "Lists the known BMCs, by address.",
            (core, q) -> core.bmcs().bmcs(q.server(), q.matched(), q.page()));

    public static final Endpoint<ById, Bmc> GET_BMC = Endpoint.get("get-bmc", "/bmcs/{id}", ById.class, Bmc.class,
            "One BMC.",
            (core, q) -> core.bmcs().bmc(q.id()));

    public static final Endpoint<ById, Void> DELETE_BMC = Endpoint.delete("delete-bmc", "/bmcs/{id}",
            "Forgets a BMC; its server stays.", (core, id) -> core.bmcs().delete(id));

    public static final Endpoint<Discover, Operation> START_DISCOVERY = Endpoint.post("start-discovery", "/discoveries",
            Discover.class, Operation.class, "Looks for BMCs and matches them to servers by their serial number.",
            (core, q) -> core.discovery().start(q.body())).takes(MAX_ORDER).succeeds(202);

    public static final Endpoint<Power, PowerPlan> PLAN_POWER = Endpoint.post("plan-power", "/power-plans", Power.class,
            PowerPlan.class, "Tells what a power order would do; touches no hardware.",
            (core, q) -> core.power().plan(q.body()));

    public static final Endpoint<Power, Operation> ORDER_POWER = Endpoint
            .post("order-power", "/power-orders", Power.class,
                    Operation.class, "Changes the chassis power of servers.", (core, q) -> core.power().order(q.body()))
            .succeeds(202);

    public static final Endpoint<Identify, Operation> IDENTIFY = Endpoint
            .post("identify-server", "/servers/{id}/identify",
                    Identify.class, Operation.class, "Lights the identify LED of a server.",
                    (core, q) -> core.power().identify(q.id(), q.body().time()))
            .succeeds(202);

    public static final Endpoint<SetBootDevice, Operation> BOOT_DEVICE = Endpoint.post("set-boot-device",
            "/servers/{id}/boot-device", SetBootDevice.class, Operation.class, "Says what a server boots from next.",
            (core, q) -> core.power().bootDevice(q.id(), q.body().device(), q.body().persistent(), q.body().uefi()))
            .succeeds(202);

    static List<Endpoint<?, ?>> all() {
        return List.of(LIST_BMCS, GET_BMC, DELETE_BMC, START_DISCOVERY, PLAN_POWER, ORDER_POWER, IDENTIFY, BOOT_DEVICE);
    }

    private BmcEndpoints() {}
}
