package org.dcos.lab.network;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.dcos.lab.bmc.BmcSimulator;
import org.dcos.lab.bmc.LabClock;
import org.dcos.lab.plan.ServerPlan;

/** One controller on the simulated network: the simulator, where it listens, and what is wrong with it. Thread-safe. */
public final class LabBmc {

    private static final String WRONG_PASSWORD_SUFFIX = "-changed";
    /** Longest password of IPMI v2.0 (§22.30). */
    private static final int LONGEST_PASSWORD = 20;

    private volatile InetSocketAddress address;
    private InetAddress notHere = InetAddress.getLoopbackAddress();
    private final BmcSimulator simulator;
    private final String listedPassword;
    private final LabClock clock;
    private volatile Fault fault = Fault.NONE;
    private volatile Consumer<InetSocketAddress> follower = _ -> {};

    /** Takes what goes back to the sender; with a delay in milliseconds, 0 for at once. */
    @FunctionalInterface
    interface Outlet {
        void send(byte[] datagram, long delayMillis);
    }

    /** @param listedPassword what the list of controllers says; the real one unless the fault is wrong-password */
    public LabBmc(InetSocketAddress address, BmcSimulator simulator, String listedPassword, LabClock clock) {
        this.address = address;
        this.simulator = simulator;
        this.listedPassword = listedPassword;
        this.clock = clock;
    }

    /** Where it listens; another one once it has been given a static address that this machine has. */
    public InetSocketAddress address() {
        return address;
    }

    /** Where its LAN parameters say that it is. */
    InetSocketAddress wantedAddress() {
        return new InetSocketAddress(simulator.lanAddress(), address.getPort());
    }

    boolean wantsToMove() {
        InetAddress wanted = simulator.lanAddress();
        return !wanted.equals(address.getAddress()) && !wanted.equals(notHere);
    }

    /** The address that it wants is not one of this machine's, or is taken. */
    void cannotMove() {
        notHere = simulator.lanAddress();
    }

    void movedTo(InetSocketAddress other) {
        address = other;
        follower.accept(other);
    }

    /** What goes along when it gets another address; it is called on the thread of the network and must not wait. */
    public void whenMoved(Consumer<InetSocketAddress> newFollower) {
        follower = newFollower;
    }

    public ServerPlan server() {
        return simulator.server();
    }

    public BmcSimulator simulator() {
        return simulator;
    }

    public Fault fault() {
        return fault;
    }

    /** From now on; any number of times. */
    public void setFault(Fault newFault) {
        if (newFault == Fault.WRONG_PASSWORD) {
            simulator.setPassword(otherThan(listedPassword));
        } else if (fault == Fault.WRONG_PASSWORD) {
            simulator.setPassword(listedPassword);
        }
        fault = newFault;
    }

    void receive(byte[] datagram, Outlet outlet) {
        Fault now = fault;
        if (!FaultyLine.delivers(now, clock.elapsedMillis(), simulator.server().seed() & 0xFFFF)) {
            return;
        }
        var random = ThreadLocalRandom.current();
        simulator.answer(datagram).ifPresent(answer -> outlet.send(FaultyLine.answer(now, answer, random),
                FaultyLine.delayMillis(now, random)));
    }

    /** Sends what it has to say without being asked, on a line as faulty as for answers. */
    void unasked(Outlet outlet) {
        Fault now = fault;
        if (!FaultyLine.delivers(now, clock.elapsedMillis(), simulator.server().seed() & 0xFFFF)) {
            return;
        }
        var random = ThreadLocalRandom.current();
        simulator.unasked().ifPresent(datagram -> outlet.send(FaultyLine.answer(now, datagram, random),
                FaultyLine.delayMillis(now, random)));
    }

    private static String otherThan(String password) {
        String changed = password + WRONG_PASSWORD_SUFFIX;
        return changed.length() <= LONGEST_PASSWORD ? changed
                : password.substring(0, LONGEST_PASSWORD - WRONG_PASSWORD_SUFFIX.length()) + WRONG_PASSWORD_SUFFIX;
    }
}
