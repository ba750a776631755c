package org.dcos.domain.dhcp;

import java.util.List;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.problem.Problem;

/**
 * Gives addresses to machines that ask for one (DHCPv4). Off until somebody turns it on, and never heard on a network
 * interface that it was not told. Ranges of use DHCP within the served prefixes are given away; addresses that are
 * recorded for a port with a MAC, or reserved here, go to that machine alone.
 */
public interface Dhcp {

    DhcpSettings settings() throws Problem;

    /**
     * Serves by these from now on; leases stay. Needs an administrator.
     *
     * @throws org.dcos.domain.problem.Invalid naming every broken rule
     */
    DhcpSettings save(DhcpSettings settings) throws Problem;

    /** Whether it serves, else why not and what to do; this machine's network interfaces; the served networks. */
    DhcpStatus status() throws Problem;

    /**
     * Looks for other DHCP servers on the network behind an interface, which takes some seconds. Nothing is taken.
     *
     * @return those that answered; {@link #status} tells them too from then on
     * @throws org.dcos.domain.problem.NotFound    when there is no such interface
     * @throws org.dcos.domain.problem.Unavailable when it cannot be done here, with what to do
     */
    List<OtherServer> look(String interfaceName) throws Problem;

    /** Who has or had which address, the one heard last first; also while it does not serve. */
    Page<Lease> leases(LeaseFilter filter, PageRequest page) throws Problem;

    /**
     * Ends a lease, so that the address can be given to another. The machine is not told: it may use the address until
     * its time is over. Needs an administrator.
     *
     * @return the lease as it is then
     * @throws org.dcos.domain.problem.NotFound when nobody has that address from here
     * @throws org.dcos.domain.problem.Unavailable while it does not serve
     */
    Lease release(String address) throws Problem;

    /** Addresses that are for one machine alone, by address. */
    Page<Reservation> reservations(PageRequest page) throws Problem;

    /**
     * Keeps an address for the machine with this MAC: whenever it asks, it gets this one. Replaces what was reserved
     * for it here before. An address of no served network is kept too, and counts when its network is served. Needs an
     * administrator.
     *
     * @throws org.dcos.domain.problem.Invalid  when either cannot be read
     * @throws org.dcos.domain.problem.Conflict when it is for another machine, naming it
     */
    Reservation reserve(String mac, String address) throws Problem;

    /** Ends what {@link #reserve} did, if it did. What is recorded for a port stays. Needs an administrator. */
    void unreserve(String mac) throws Problem;
}
