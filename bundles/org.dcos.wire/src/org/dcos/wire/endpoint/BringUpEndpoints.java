package org.dcos.wire.endpoint;

import java.util.List;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.access.Role;
import org.dcos.domain.bringup.Arrival;
import org.dcos.domain.bringup.BringUp.ArrivalFilter;
import org.dcos.domain.bringup.BringUp.BringUpOrder;
import org.dcos.domain.bringup.BringUp.LoginFile;
import org.dcos.domain.bringup.BringUp.LoginReport;
import org.dcos.domain.bringup.BringUpSettings;
import org.dcos.wire.endpoint.Endpoint.ById;
import org.dcos.wire.endpoint.Endpoint.None;

import tools.jackson.core.type.TypeReference;

/** Machines on their way from the power cord into the pool. */
public final class BringUpEndpoints {

    public record ListArrivals(ArrivalFilter filter, PageRequest page) {}

    public record Begin(BringUpOrder body) {}

    public record Assign(UUID id, AssignOrder body) {}

    /** The planned server that it is. */
    public record AssignOrder(UUID server, String reason) {}

    public record Reasoned(UUID id, ReasonOrder body) {}

    /** Why it is done. */
    public record ReasonOrder(String reason) {}

    public record SaveBringUpSettings(BringUpSettings body) {}

    /** @param language {@code en} or {@code zh} */
    public record GetCertificate(UUID id, String language) {}

    public record TakeLogins(String name, byte[] body) {}

    public static final Endpoint<ListArrivals, Page<Arrival>> LIST = Endpoint.get("list-arrivals", "/arrivals",
            ListArrivals.class, new TypeReference<>() {},
            "Lists the BMCs on their way into the pool, the newest change first.",
            (core, q) -> core.bringUp().arrivals(q.filter(), q.page()));

    public static final Endpoint<ById, Arrival> GET = Endpoint.get("get-arrival", "/arrivals/{id}", ById.class,
            Arrival.class, "One BMC on its way, with its steps and their evidence.",
            (core, q) -> core.bringUp().arrival(q.id()));

    public static final Endpoint<Begin, Arrival> BEGIN = Endpoint.post("begin-bring-up", "/arrivals", Begin.class,
            Arrival.class, "Begins to bring up a BMC that has its address already.",
            (core, q) -> core.bringUp().begin(q.body())).needs(Role.OPERATOR).succeeds(201);

    public static final Endpoint<ById, Arrival> RETRY = Endpoint.post("retry-arrival", "/arrivals/{id}/retries",
            ById.class, Arrival.class, "Goes on with what failed or is in quarantine, from the step where it stands.",
            (core, q) -> core.bringUp().retry(q.id())).needs(Role.OPERATOR);

    public static final Endpoint<Assign, Arrival> ASSIGN = Endpoint.put("assign-arrival", "/arrivals/{id}/server",
            Assign.class, Arrival.class, "Decides by hand which planned server a BMC belongs to, and goes on.",
            (core, q) -> core.bringUp().assign(q.id(), q.body().server(), q.body().reason())).needs(Role.OPERATOR);

    public static final Endpoint<Reasoned, Arrival> ACCEPT = Endpoint.put("accept-arrival",
            "/arrivals/{id}/acceptance", Reasoned.class, Arrival.class,
            "Accepts a difference between what was bought and what is there, and goes on.",
            (core, q) -> core.bringUp().accept(q.id(), q.body().reason())).needs(Role.OPERATOR);

    public static final Endpoint<Reasoned, Void> DISMISS = Endpoint.post("dismiss-arrival",
            "/arrivals/{id}/dismissals", Reasoned.class, Void.class,
            "Takes a BMC off the board; should it ask for an address again, it begins anew.",
            (core, q) -> {
                core.bringUp().dismiss(q.id(), q.body().reason());
                return null;
            }).needs(Role.OPERATOR).succeeds(204);

    public static final Endpoint<None, BringUpSettings> GET_SETTINGS = Endpoint.get("get-bring-up-settings",
            "/bring-up/settings", None.class, BringUpSettings.class,
            "How machines are brought up; passwords are left out.", (core, _) -> core.bringUp().settings());

    public static final Endpoint<SaveBringUpSettings, BringUpSettings> SAVE_SETTINGS = Endpoint.put(
            "save-bring-up-settings", "/bring-up/settings", SaveBringUpSettings.class, BringUpSettings.class,
            "Changes how machines are brought up; a first login without a password keeps the one it has.",
            (core, q) -> core.bringUp().save(q.body())).needs(Role.ADMINISTRATOR);

    public static final Endpoint<TakeLogins, LoginReport> TAKE_LOGINS = Endpoint.post("take-first-logins",
            "/bring-up/first-logins", TakeLogins.class, LoginReport.class,
            "Takes a maker's list of first logins; the passwords go into the vault.",
            (core, q) -> core.bringUp().takeLogins(new LoginFile(q.name(), q.body()))).needs(Role.ADMINISTRATOR)
            .takes(LoginFile.MAX_BYTES);

    public static final Endpoint<GetCertificate, byte[]> CERTIFICATE = Endpoint.get("get-rack-certificate",
            "/racks/{id}/certificate", GetCertificate.class, byte[].class,
            "The acceptance certificate of a rack as a PDF file: planned against found, unit by unit.",
            (core, q) -> core.bringUp().certificate(q.id(), q.language()));

    static List<Endpoint<?, ?>> all() {
        return List.of(LIST, GET, BEGIN, RETRY, ASSIGN, ACCEPT, DISMISS, GET_SETTINGS, SAVE_SETTINGS, TAKE_LOGINS,
                CERTIFICATE);
    }

    private BringUpEndpoints() {}
}
