package org.dcos.wire.endpoint;

import java.util.List;
import java.util.Optional;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.access.Role;
import org.dcos.domain.dhcp.DhcpSettings;
import org.dcos.domain.dhcp.DhcpStatus;
import org.dcos.domain.dhcp.Lease;
import org.dcos.domain.dhcp.LeaseFilter;
import org.dcos.domain.dhcp.OtherServer;
import org.dcos.domain.dhcp.Reservation;
import org.dcos.wire.endpoint.Endpoint.None;

import tools.jackson.core.type.TypeReference;

/** Addresses for machines that ask for one. */
public final class DhcpEndpoints {

    public record SaveDhcpSettings(DhcpSettings body) {}

    public record LookForServers(String interfaceName) {}

    public record ListLeases(LeaseFilter filter, PageRequest page) {}

    /** The lease of an address. */
    public record ByAddress(String address) {}

    public record ListReservations(Optional<Reservation.Origin> origin, PageRequest page) {}

    public record Reserve(ReservationOrder body) {}

    /** An address for one machine alone. */
    public record ReservationOrder(String mac, String address) {}

    /** The machine with this MAC. */
    public record ByMac(String mac) {}

    public static final Endpoint<None, DhcpSettings> GET_SETTINGS = Endpoint.get("get-dhcp-settings",
            "/dhcp/settings", None.class, DhcpSettings.class, "What DHCP serves.",
            (core, _) -> core.dhcp().settings());

    public static final Endpoint<SaveDhcpSettings, DhcpSettings> SAVE_SETTINGS = Endpoint.put("save-dhcp-settings",
            "/dhcp/settings", SaveDhcpSettings.class, DhcpSettings.class,
            "Changes what DHCP serves, and whether it does; leases stay.",
            (core, q) -> core.dhcp().save(q.body())).needs(Role.ADMINISTRATOR);

    public static final Endpoint<None, DhcpStatus> STATUS = Endpoint.get("get-dhcp-status", "/dhcp/status", None.class,
            DhcpStatus.class,
            "Whether DHCP serves, else why not; the network interfaces of its machine; how full networks are.",
            (core, _) -> core.dhcp().status());

    public static final Endpoint<LookForServers, List<OtherServer>> LOOK = Endpoint
            .<LookForServers, List<OtherServer>>of(
                    "look-for-dhcp-servers", Method.POST, "/dhcp/looks", LookForServers.class,
                    new TypeReference<List<OtherServer>>() {}.getType(),
                    "Looks for other DHCP servers on the network behind an interface; takes some seconds.",
                    (core, q) -> core.dhcp().look(q.interfaceName()))
            .needs(Role.OPERATOR);

    public static final Endpoint<ListLeases, Page<Lease>> LIST_LEASES = Endpoint.get("list-leases", "/dhcp/leases",
            ListLeases.class, new TypeReference<>() {}, "Lists who has or had which address, the one heard last first.",
            (core, q) -> core.dhcp().leases(q.filter(), q.page()));

    public static final Endpoint<ByAddress, Lease> RELEASE = Endpoint.<ByAddress, Lease>of("release-lease",
            Method.DELETE, "/dhcp/leases", ByAddress.class, Lease.class,
            "Ends a lease, so that the address can be given to another; the machine is not told.",
            (core, q) -> core.dhcp().release(q.address())).needs(Role.ADMINISTRATOR);

    public static final Endpoint<ListReservations, Page<Reservation>> LIST_RESERVATIONS = Endpoint.get(
            "list-reservations",
            "/dhcp/reservations", ListReservations.class, new TypeReference<>() {},
            "Lists addresses that are for one machine alone, by address.",
            (core, q) -> q.origin().isEmpty() ? core.dhcp().reservations(q.page())
                    : Lists.matching(core.dhcp()::reservations, one -> one.origin() == q.origin().get(), q.page()));

    public static final Endpoint<Reserve, Reservation> RESERVE = Endpoint.post("reserve-address",
            "/dhcp/reservations", Reserve.class, Reservation.class,
            "Keeps an address for the machine with this MAC.",
            (core, q) -> core.dhcp().reserve(q.body().mac(), q.body().address())).needs(Role.ADMINISTRATOR);

    public static final Endpoint<ByMac, Void> UNRESERVE = Endpoint.<ByMac, Void>of("unreserve-address", Method.DELETE,
            "/dhcp/reservations", ByMac.class, Void.class,
            "Ends a reservation that was made by order; what is recorded stays.", (core, q) -> {
                core.dhcp().unreserve(q.mac());
                return null;
            }).needs(Role.ADMINISTRATOR).succeeds(204);

    static List<Endpoint<?, ?>> all() {
        return List.of(GET_SETTINGS, SAVE_SETTINGS, STATUS, LOOK, LIST_LEASES, RELEASE, LIST_RESERVATIONS, RESERVE,
                UNRESERVE);
    }

    private DhcpEndpoints() {}
}
