package org.dcos.tests.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.dcos.tests.peers.CordBmc;
import org.dcos.tests.peers.NetworkSpace;
import org.dcos.tests.peers.ServerProcess;

/**
 * A site in network namespaces: one for the server-core with the management switch, one for each BMC, and a router with
 * a DHCP relay that one of them is behind.
 */
final class OobSite implements AutoCloseable {

    /** The management switch's interface of the server-core's machine. */
    static final String SWITCH = "oob0";
    static final String NETWORK = "10.88.0.0/22";
    static final String GATEWAY = "10.88.0.1";
    static final String FAR_NETWORK = "10.88.8.0/24";
    static final String FAR_GATEWAY = "10.88.8.1";
    private static final String ROUTER = "10.88.0.2";
    private static final String API = "198.18.88.";

    private final Path folder;
    private final String prefix = "dcos-oob-%d-".formatted(ProcessHandle.current().pid());
    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<CordBmc> bmcs = new ArrayList<>();
    private NetworkSpace core;
    private NetworkSpace router;
    private ServerProcess server;

    private OobSite(Path folder) {
        this.folder = folder;
    }

    static OobSite build(Path folder) throws Exception {
        var site = new OobSite(Files.createDirectories(folder));
        try {
            site.lay();
            return site;
        } catch (Exception e) {
            site.close();
            throw e;
        }
    }

    private void lay() throws Exception {
        core = add("core");
        core.ip("link add %s address 02:dc:05:00:01:01 type bridge forward_delay 0".formatted(SWITCH));
        core.ip("link set %s up".formatted(SWITCH));
        core.ip("address add %s/22 dev %s".formatted(GATEWAY, SWITCH));
        core.ip("route add %s via %s".formatted(FAR_NETWORK, ROUTER));
        core.uplink("api0", API + "2/30", "dcosapi0", API + "1/30");
        router = add("router");
        router.cable("eth0", "02:dc:05:00:01:02", core, "router");
        core.ip("link set router master " + SWITCH);
        router.ip("address add %s/22 dev eth0".formatted(ROUTER));
        router.call("sysctl", "-q", "-w", "net.ipv4.ip_forward=1");
    }

    private NetworkSpace add(String name) throws IOException, InterruptedException {
        var space = NetworkSpace.make(prefix + name);
        open.add(space);
        return space;
    }

    /** Starts the server-core in its namespace. */
    Api start() throws Exception {
        server = ServerProcess.start(core, folder.resolve("data"), API + "2:0");
        open.add(server);
        var api = Api.of(server);
        open.add(api);
        return api;
    }

    /** Racks a BMC without power at the management switch, or behind the router. */
    CordBmc rack(CordBmc.Make make, boolean far) throws IOException, InterruptedException {
        var space = add("b%02d".formatted(make.number()));
        var bmc = new CordBmc(folder, space, make);
        var port = "b%02d".formatted(make.number());
        space.cable("eth0", bmc.mac(), far ? router : core, port);
        if (far) {
            router.ip("address add %s/24 dev %s".formatted(FAR_GATEWAY, port));
            router.start(folder.resolve("relay.log"), "dhcrelay", "-4", "-d", "-a", "-pf",
                    folder.resolve("relay.pid").toString(), "-id", port, "-iu", "eth0", GATEWAY);
        } else {
            core.ip("link set %s master %s".formatted(port, SWITCH));
        }
        bmcs.add(bmc);
        return bmc;
    }

    List<CordBmc> bmcs() {
        return List.copyOf(bmcs);
    }

    /** Whether the login opens the BMC at an address, as ipmitool finds from where the server-core is. */
    boolean opens(String address, String user, String password)
            throws IOException, InterruptedException {
        try {
            core.call("ipmitool", "-I", "lanplus", "-C", "3", "-H", address, "-U", user, "-P", password, "-L",
                    user.isEmpty() ? "USER" : "ADMINISTRATOR", "-N", "2", "-R", "2", "chassis", "power", "status");
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** Everything, the last first; nothing of it stays behind when one of them fails. */
    @Override
    public void close() throws Exception {
        var failures = new ArrayList<Exception>();
        for (var one : open.reversed()) {
            try {
                one.close();
            } catch (Exception e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }
}
