package org.dcos.domain.event;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.alert.Alert;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bringup.Arrival;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.deviation.AuditRun;
import org.dcos.domain.monitor.Sweep;
import org.dcos.domain.operation.Operation;
import org.dcos.domain.status.ServerStatus;

/** Something happened that views show. */
public sealed interface DomainEvent {

    /** IDCs, rooms or racks were changed: load them again. */
    record PlacesChanged() implements DomainEvent {}

    /** A change set was committed. @param kinds the kinds of the items that it changed */
    record RecordsChanged(long changeSet, Set<Kind> kinds) implements DomainEvent {
        public RecordsChanged {
            kinds = Set.copyOf(kinds);
        }
    }

    record ServerSaved(Server server) implements DomainEvent {}

    record ServerDeleted(UUID server) implements DomainEvent {}

    /** Many servers at once, as an import does: load them again. */
    record ServersChanged() implements DomainEvent {}

    record BmcSaved(Bmc bmc) implements DomainEvent {}

    record BmcDeleted(UUID bmc) implements DomainEvent {}

    /** How a BMC is set up was read or changed: load it again. */
    record BmcSetupChanged(UUID bmc) implements DomainEvent {}

    /** New states, gathered over a moment. */
    record StatusChanged(List<ServerStatus> statuses) implements DomainEvent {
        public StatusChanged {
            statuses = List.copyOf(statuses);
        }
    }

    record SweepEnded(Sweep sweep) implements DomainEvent {}

    record AlertChanged(Alert alert) implements DomainEvent {}

    /** Deviations were found, decided on or are gone: load them again. */
    record DeviationsChanged() implements DomainEvent {}

    /** An audit run began or ended. */
    record AuditRunChanged(AuditRun run) implements DomainEvent {}

    /** Leases were given, renewed or ended: load them again. At most one in a moment. */
    record LeasesChanged() implements DomainEvent {}

    /** DHCP began or ended to serve, was refused, or somebody else serves too: load its state again. */
    record DhcpChanged() implements DomainEvent {}

    /** A BMC on its way came on, or came to stand still. */
    record ArrivalChanged(Arrival arrival) implements DomainEvent {}

    /** It was taken off the board. */
    record ArrivalGone(UUID arrival) implements DomainEvent {}

    /** New entries of a BMC's event log are kept, or its state is another: load them again. */
    record EventLogChanged(UUID bmc) implements DomainEvent {}

    /** Without its results. */
    record OperationChanged(Operation operation) implements DomainEvent {}

    /** Events were missed and are gone: load everything that is shown again. */
    record Resync() implements DomainEvent {}
}
