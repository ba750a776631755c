package org.dcos.lab;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.dcos.lab.bmc.BmcSimulator;
import org.dcos.lab.bmc.LabClock;
import org.dcos.lab.files.BaselineWorkbook;
import org.dcos.lab.files.BmcList;
import org.dcos.lab.network.LabBmc;
import org.dcos.lab.network.LabCannotStart;
import org.dcos.lab.network.LabNetwork;
import org.dcos.lab.plan.LabPlan;
import org.dcos.lab.redfish.RedfishPort;
import org.dcos.net.ipmi.wire.Rmcp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A simulated data centre that is running in this process: every controller listens on a loopback address of its own
 * and speaks IPMI. It ends with {@link #close}, which whoever started it has to call. Thread-safe.
 */
public final class Lab implements AutoCloseable {

    /** Name of the baseline in the folder of {@link #writeFiles}. */
    public static final String BASELINE_FILE = "baseline.xlsx";
    /** Name of the list of controllers in the folder of {@link #writeFiles}. */
    public static final String BMC_FILE = "bmcs.csv";

    private static final Logger LOG = LoggerFactory.getLogger(Lab.class);

    /** Where 623 cannot be bound: it is below 1024, which takes a privilege, or somebody has it. */
    private static final int SECOND_PORT = 6_230;

    private final LabOptions options;
    private final LabPlan plan;
    private final List<LabBmc> bmcs;
    private final LabNetwork network;
    private final List<RedfishPort> redfish = new ArrayList<>();

    private Lab(LabOptions options, LabPlan plan, List<LabBmc> bmcs, LabNetwork network) {
        this.options = options;
        this.plan = plan;
        this.bmcs = List.copyOf(bmcs);
        this.network = network;
    }

    /**
     * Starts a lab; it answers as soon as this returns.
     *
     * @throws LabCannotStart with a sentence for the user: too few open files, or addresses that cannot be bound
     */
    public static Lab start(LabOptions options) throws IOException {
        return start(options, LabClock.system());
    }

    /** With clocks of the caller, for tests that need values to stand still. */
    public static Lab start(LabOptions options, LabClock clock) throws IOException {
        LabPlan plan = LabPlan.of(options.servers(), options.seed());
        Bound bound = bind(options);
        var bmcs = new ArrayList<LabBmc>(options.servers());
        var random = new SecureRandom();
        for (int i = 0; i < options.servers(); i++) {
            var simulator = new BmcSimulator(plan.servers().get(i), bound.addresses().get(i), options.user(),
                    options.password(), clock, random);
            bmcs.add(new LabBmc(bound.addresses().get(i), simulator, options.password(), clock));
        }
        FaultPlan.spread(bmcs, options.faultPercent(), options.seed());
        var lab = new Lab(options, plan, bmcs, bound.network());
        try {
            bound.network().serve(bmcs);
            if (options.redfish()) {
                lab.openRedfish(clock);
            }
        } catch (IOException e) {
            lab.close();
            throw e;
        }
        LOG.info("Lab started: {} simulated BMCs from {}", bmcs.size(), bmcs.getFirst().address());
        return lab;
    }

    public LabPlan plan() {
        return plan;
    }

    public LabOptions options() {
        return options;
    }

    /** In the order of their numbers. */
    public List<LabBmc> bmcs() {
        return bmcs;
    }

    /**
     * @param number from 1
     * @throws IllegalArgumentException when there is no such controller
     */
    public LabBmc bmc(int number) {
        if (number < 1 || number > bmcs.size()) {
            throw new IllegalArgumentException("BMC %d asked for, there are 1 to %d".formatted(number, bmcs.size()));
        }
        return bmcs.get(number - 1);
    }

    /**
     * Writes {@link #BASELINE_FILE} and {@link #BMC_FILE}, each at once: a reader never sees half a file.
     *
     * @param folder is made when missing
     */
    public void writeFiles(Path folder) throws IOException {
        new BaselineWorkbook(plan, bmcs.stream().map(LabBmc::address).toList()).write(folder.resolve(BASELINE_FILE));
        new BmcList(bmcs, options.user(), options.password()).write(folder.resolve(BMC_FILE));
    }

    /** The Redfish services in the order of the controllers; none unless wanted. */
    public List<RedfishPort> redfish() {
        return List.copyOf(redfish);
    }

    private void openRedfish(LabClock clock) throws IOException {
        if (bmcs.stream().map(bmc -> bmc.address().getAddress()).distinct().count() < bmcs.size()) {
            throw new LabCannotStart("This system has one loopback address, and each Redfish service needs one of its "
                    + "own. Leave --redfish out, or take one server.");
        }
        int port = RedfishPort.PORT;
        for (LabBmc bmc : bmcs) {
            try {
                redfish.add(RedfishPort.open(bmc, port, clock));
            } catch (SocketException e) {
                if (!redfish.isEmpty() || port == RedfishPort.SECOND_PORT) {
                    throw new LabCannotStart(
                            "TCP port %d cannot be bound on %s (%s). End what uses it, or give another "
                                    .formatted(port, bmc.address().getAddress().getHostAddress(), e.getMessage())
                                    + "--base-address.",
                            e);
                }
                port = RedfishPort.SECOND_PORT; // the usual one takes a privilege
                redfish.add(RedfishPort.open(bmc, port, clock));
            }
        }
        LOG.info("Redfish services at port {}", port);
    }

    /** Ends all controllers; harmless when repeated. */
    @Override
    public void close() {
        redfish.forEach(RedfishPort::close);
        network.close();
    }

    private record Bound(List<InetSocketAddress> addresses, LabNetwork network) {}

    private static Bound bind(LabOptions options) throws IOException {
        List<Integer> ports = options.port().map(List::of).orElse(List.of(Rmcp.PORT, SECOND_PORT));
        SocketException last = null;
        for (int port : ports) {
            List<InetSocketAddress> addresses = AddressPlan.spread(options.baseAddress(), port, options.servers());
            try {
                return new Bound(addresses, LabNetwork.bind(addresses));
            } catch (SocketException e) { // taken, not allowed, or no such address
                LOG.debug("Port {} cannot be bound on all addresses", port, e);
                last = e;
            }
        }
        if (hasOneLoopbackAddress(last) && options.servers() <= AddressPlan.mostAtOneAddress()) {
            List<InetSocketAddress> addresses = AddressPlan.oneAddress(options.servers());
            return new Bound(addresses, LabNetwork.bind(addresses));
        }
        throw new LabCannotStart(("UDP port %s cannot be bound on the addresses from %s (%s). End what uses it, or "
                + "give another --port or --base-address.").formatted(
                        String.join(" or ", ports.stream().map(String::valueOf).toList()), options.baseAddress(),
                        last == null ? "no reason given" : last.getMessage()),
                last);
    }

    /** As on systems where 127.0.0.1 is the whole of the loopback network. */
    private static boolean hasOneLoopbackAddress(SocketException refusal) {
        return refusal instanceof BindException && refusal.getMessage() != null
                && refusal.getMessage().contains("assign requested address");
    }
}
