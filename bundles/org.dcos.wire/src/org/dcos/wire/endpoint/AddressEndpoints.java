package org.dcos.wire.endpoint;

import java.util.List;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.access.Role;
import org.dcos.domain.ip.PlanOrder;
import org.dcos.domain.ip.PlanResult;
import org.dcos.domain.ip.QuarantineSettings;
import org.dcos.domain.ip.SpaceBlock;
import org.dcos.domain.ip.SweepReport;
import org.dcos.domain.ip.Utilisation;
import org.dcos.wire.endpoint.Endpoint.ById;
import org.dcos.wire.endpoint.Endpoint.None;

import tools.jackson.core.type.TypeReference;

/** The work with networks and addresses. */
public final class AddressEndpoints {

    public record Order(PlanOrder body) {}

    public record ListBlocks(UUID id, PageRequest page) {}

    public record SaveQuarantine(QuarantineSettings body) {}

    public static final Endpoint<Order, PlanResult> PREVIEW = Endpoint.post("preview-addresses",
            "/address-plan/previews", Order.class, PlanResult.class,
            "What an order with networks or addresses would do; changes nothing and asks nothing on the wire.",
            (core, q) -> core.addresses().preview(q.body())).needs(Role.VIEWER);

    public static final Endpoint<Order, PlanResult> CARRY_OUT = Endpoint.post("plan-addresses",
            "/address-plan/orders", Order.class, PlanResult.class,
            "Splits, merges or takes networks; gives out, assigns or takes back addresses. One change set.",
            (core, q) -> core.addresses().carryOut(q.body())).succeeds(201);

    public static final Endpoint<ById, Utilisation> UTILISATION = Endpoint.get("get-utilisation",
            "/address-plan/prefixes/{id}/utilisation", ById.class, Utilisation.class,
            "How the addresses of a network are used.", (core, q) -> core.addresses().utilisation(q.id()));

    public static final Endpoint<ListBlocks, Page<SpaceBlock>> BLOCKS = Endpoint.get("list-blocks",
            "/address-plan/prefixes/{id}/blocks", ListBlocks.class, new TypeReference<>() {},
            "What lies in a network, and what of it is free, in order of the addresses.",
            (core, q) -> core.addresses().blocks(q.id(), q.page()));

    public static final Endpoint<None, QuarantineSettings> QUARANTINE = Endpoint.get("get-quarantine",
            "/address-plan/quarantine", None.class, QuarantineSettings.class,
            "How long addresses that were given back stay away.", (core, _) -> core.addresses().quarantine());

    public static final Endpoint<SaveQuarantine, Void> SAVE_QUARANTINE = Endpoint.<SaveQuarantine, Void>of(
            "save-quarantine", Method.PUT, "/address-plan/quarantine", SaveQuarantine.class, Void.class,
            "Changes how long addresses that were given back stay away.", (core, q) -> {
                core.addresses().saveQuarantine(q.body());
                return null;
            }).needs(Role.ADMINISTRATOR).succeeds(204);

    public static final Endpoint<None, SweepReport> SWEEP = Endpoint.post("sweep-quarantine",
            "/address-plan/quarantine/sweep", None.class, SweepReport.class,
            "Asks the addresses in quarantine on the wire now.", (core, _) -> core.addresses().sweep());

    private AddressEndpoints() {}

    static List<Endpoint<?, ?>> all() {
        return List.of(PREVIEW, CARRY_OUT, UTILISATION, BLOCKS, QUARANTINE, SAVE_QUARANTINE, SWEEP);
    }
}
