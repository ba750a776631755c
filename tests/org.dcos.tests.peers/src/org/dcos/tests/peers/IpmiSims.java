package org.dcos.tests.peers;

import java.io.IOException;
import java.net.DatagramSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The BMCs of the first servers of the {@link Baseline}, each its own process, all at one free UDP port. */
public final class IpmiSims implements AutoCloseable {

    private final int port;
    private final List<IpmiSim> sims = new ArrayList<>();

    private IpmiSims(int port) {
        this.port = port;
    }

    /** Starts them; every third server is off. */
    public static IpmiSims start(Path folder, int count) throws IOException {
        var all = new IpmiSims(freePort());
        try {
            for (int i = 0; i < count; i++) {
                all.sims.add(new IpmiSim(folder, i, all.port, Baseline.serial(i), i % 3 != 0));
            }
        } catch (IOException e) {
            all.close();
            throw e;
        }
        return all;
    }

    private static int freePort() throws IOException {
        try (var socket = new DatagramSocket()) {
            return socket.getLocalPort();
        }
    }

    /** The one of server {@code number} of the baseline. */
    public IpmiSim get(int number) {
        return sims.get(number);
    }

    public int count() {
        return sims.size();
    }

    public int port() {
        return port;
    }

    /** Their addresses as a sweep takes them. */
    public String range() {
        return sims.getFirst().address() + "-" + sims.getLast().address();
    }

    /** Whether each is on, as ipmitool tells it; asked of all at once. */
    public List<Boolean> powers() throws IOException, InterruptedException {
        var all = new ArrayList<Future<Boolean>>();
        try (var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            sims.forEach(sim -> all.add(askers.submit(sim::power)));
            var powers = new ArrayList<Boolean>();
            for (var one : all) {
                powers.add(one.get());
            }
            return powers;
        } catch (ExecutionException e) {
            throw new IOException("a BMC did not tell ipmitool its power: " + e.getCause().getMessage(), e);
        }
    }

    @Override
    public void close() {
        sims.forEach(IpmiSim::close);
    }
}
