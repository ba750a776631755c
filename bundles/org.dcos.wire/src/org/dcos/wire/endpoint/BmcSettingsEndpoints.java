package org.dcos.wire.endpoint;

import java.util.List;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.access.Role;
import org.dcos.domain.bmcsetup.AccessChange;
import org.dcos.domain.bmcsetup.BmcChange;
import org.dcos.domain.bmcsetup.BmcDetails;
import org.dcos.domain.bmcsetup.BmcParts;
import org.dcos.domain.bmcsetup.DetailsFilter;
import org.dcos.domain.bmcsetup.ReadOrder;
import org.dcos.domain.operation.Operation;
import org.dcos.wire.endpoint.Endpoint.ById;

import tools.jackson.core.type.TypeReference;

/** How BMCs themselves are set up. */
public final class BmcSettingsEndpoints {

    public record ListDetails(DetailsFilter filter, PageRequest page) {}

    public record ReadAnew(ReadOrder body) {}

    /** @param reason why, for the audit log */
    public record BmcChangeOrder(BmcChange change, String reason) {}

    public record Change(UUID id, BmcChangeOrder body) {}

    /** @param reason why, for the audit log */
    public record BmcAccessOrder(AccessChange change, String reason) {}

    public record ChangeAccess(UUID id, BmcAccessOrder body) {}

    public static final Endpoint<ListDetails, Page<BmcDetails>> LIST_DETAILS = Endpoint.get("list-bmc-details",
            "/bmc-details", ListDetails.class, new TypeReference<>() {},
            "How BMCs are set up, as it was read last, by address; touches no hardware.",
            (core, q) -> core.bmcSettings().details(q.filter(), q.page()));

    public static final Endpoint<ById, BmcDetails> GET_DETAILS = Endpoint.get("get-bmc-details", "/bmcs/{id}/details",
            ById.class, BmcDetails.class, "How a BMC is set up, as it was read last; touches no hardware.",
            (core, q) -> core.bmcSettings().details(q.id()));

    public static final Endpoint<ById, BmcParts> GET_PARTS = Endpoint.get("get-bmc-parts", "/bmcs/{id}/parts",
            ById.class, BmcParts.class, "The parts of a BMC's machine, as they were read last; touches no hardware.",
            (core, q) -> core.bmcSettings().parts(q.id()));

    public static final Endpoint<ReadAnew, Operation> READ = Endpoint.post("read-bmcs", "/bmc-readings",
            ReadAnew.class, Operation.class, "Reads anew how BMCs are set up, and the parts of their machines.",
            (core, q) -> core.bmcSettings().read(q.body())).succeeds(202);

    public static final Endpoint<Change, Operation> CHANGE = Endpoint.post("change-bmc", "/bmcs/{id}/changes",
            Change.class, Operation.class,
            "Sets a BMC's clock, closes a door, stops its watchdog, limits power, sends its alerts, restarts it.",
            (core, q) -> core.bmcSettings().change(q.id(), q.body().change(), q.body().reason())).succeeds(202);

    public static final Endpoint<ChangeAccess, Operation> CHANGE_ACCESS = Endpoint.post("change-bmc-access",
            "/bmcs/{id}/access-changes", ChangeAccess.class, Operation.class,
            "Changes accounts, passwords and the network of a BMC.",
            (core, q) -> core.bmcSettings().changeAccess(q.id(), q.body().change(), q.body().reason()))
            .needs(Role.ADMINISTRATOR).succeeds(202);

    static List<Endpoint<?, ?>> all() {
        return List.of(LIST_DETAILS, GET_DETAILS, GET_PARTS, READ, CHANGE, CHANGE_ACCESS);
    }

    private BmcSettingsEndpoints() {}
}
