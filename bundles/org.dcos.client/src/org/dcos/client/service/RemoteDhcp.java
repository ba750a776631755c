package org.dcos.client.service;

import java.util.List;
import java.util.Optional;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.dhcp.Dhcp;
import org.dcos.domain.dhcp.DhcpSettings;
import org.dcos.domain.dhcp.DhcpStatus;
import org.dcos.domain.dhcp.Lease;
import org.dcos.domain.dhcp.LeaseFilter;
import org.dcos.domain.dhcp.OtherServer;
import org.dcos.domain.dhcp.Reservation;
import org.dcos.domain.problem.Problem;
import org.dcos.wire.endpoint.DhcpEndpoints;
import org.dcos.wire.endpoint.Endpoint.None;

/** DHCP over the wire. */
final class RemoteDhcp implements Dhcp {

    private final Calls calls;

    RemoteDhcp(Calls calls) {
        this.calls = calls;
    }

    @Override
    public DhcpSettings settings() throws Problem {
        return calls.call(DhcpEndpoints.GET_SETTINGS, new None());
    }

    @Override
    public DhcpSettings save(DhcpSettings settings) throws Problem {
        return calls.call(DhcpEndpoints.SAVE_SETTINGS, new DhcpEndpoints.SaveDhcpSettings(settings));
    }

    @Override
    public DhcpStatus status() throws Problem {
        return calls.call(DhcpEndpoints.STATUS, new None());
    }

    @Override
    public List<OtherServer> look(String interfaceName) throws Problem {
        return calls.call(DhcpEndpoints.LOOK, new DhcpEndpoints.LookForServers(interfaceName));
    }

    @Override
    public Page<Lease> leases(LeaseFilter filter, PageRequest page) throws Problem {
        return calls.call(DhcpEndpoints.LIST_LEASES, new DhcpEndpoints.ListLeases(filter, page));
    }

    @Override
    public Lease release(String address) throws Problem {
        return calls.call(DhcpEndpoints.RELEASE, new DhcpEndpoints.ByAddress(address));
    }

    @Override
    public Page<Reservation> reservations(PageRequest page) throws Problem {
        return calls.call(DhcpEndpoints.LIST_RESERVATIONS, new DhcpEndpoints.ListReservations(Optional.empty(), page));
    }

    @Override
    public Reservation reserve(String mac, String address) throws Problem {
        return calls.call(DhcpEndpoints.RESERVE,
                new DhcpEndpoints.Reserve(new DhcpEndpoints.ReservationOrder(mac, address)));
    }

    @Override
    public void unreserve(String mac) throws Problem {
        calls.call(DhcpEndpoints.UNRESERVE, new DhcpEndpoints.ByMac(mac));
    }
}
