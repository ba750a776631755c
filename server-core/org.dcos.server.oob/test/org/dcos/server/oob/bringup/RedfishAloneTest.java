package org.dcos.server.oob.bringup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.dcos.domain.PageRequest;
import org.dcos.domain.Secret;
import org.dcos.domain.bringup.Arrival;
import org.dcos.domain.bringup.BringUp.ArrivalFilter;
import org.dcos.domain.bringup.BringUpSettings;
import org.dcos.domain.bringup.BringUpSettings.FirstLogin;
import org.dcos.domain.bringup.Stage;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.dhcp.DhcpClient;
import org.dcos.domain.dhcp.Lease;
import org.dcos.domain.dhcp.LeaseState;
import org.dcos.domain.event.DomainEvent;
import org.dcos.lab.Lab;
import org.dcos.lab.LabOptions;
import org.dcos.net.redfish.client.RedfishClient;
import org.dcos.net.redfish.client.RedfishLogin;
import org.dcos.net.redfish.client.RedfishOptions;
import org.dcos.net.redfish.client.RedfishTarget;
import org.dcos.net.redfish.client.Urgency;
import org.dcos.net.redfish.service.ManagerControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** BMCs that have IPMI off, and that no row of the table tells of: nobody listens at the port of IPMI. */
@Timeout(90)
class RedfishAloneTest {

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    @TempDir private Path directory;
    private final LinkedBlockingQueue<Arrival> changes = new LinkedBlockingQueue<>();
    private Lab lab;
    private World world;
    private UUID rack;

    @BeforeEach
    void start() throws Exception {
        lab = Lab.start(LabOptions.DEFAULT.withServers(4).withBaseAddress("127.69.0.0").withPort(World.PORT)
                .withRedfish());
        world = new World(directory, Milestones.NONE, PATIENCE, event -> {
            if (event instanceof DomainEvent.ArrivalChanged(Arrival arrival)) {
                changes.add(arrival);
            }
        }, true);
        rack = world.place("127.70.0.0/24");
        world.service.save(new BringUpSettings(true, List.of(), List.of(
                new FirstLogin("*", lab.options().user(), Optional.of(Secret.of(lab.options().password())))), "",
                "oob", true, 8, false));
    }

    @AfterEach
    void stop() {
        world.close();
        lab.close();
    }

    private String address(int number) {
        return lab.bmc(number).address().getAddress().getHostAddress();
    }

    private static Lease lease(String address) {
        var now = Instant.now();
        return new Lease(address, "02:dc:05:00:00:01", DhcpClient.SILENT, LeaseState.BOUND, now, now,
                now.plusSeconds(600), false, "127.69.0.0/16", "oob0");
    }

    /** As its maker delivers it. */
    private void turnIpmiOff(String address) throws Exception {
        char[] password = lab.options().password().toCharArray();
        try (var client = new RedfishClient(RedfishOptions.defaults(), (_, shown) -> shown)) {
            var control = new ManagerControl(
                    client.connect(new RedfishTarget(address, lab.redfish().getFirst().address()
                            .getPort()), RedfishLogin.of(lab.options().user(), password), Urgency.OPERATOR));
            control.offer(control.protocols(), "IPMI", false);
        }
    }

    @Test
    void are_found_by_their_service_root_and_come_into_the_pool() throws Exception {
        var plan = lab.bmc(1).server();
        var server = new Server(UUID.randomUUID(), 0, plan.name(), plan.serial(), Optional.of(plan.assetTag()),
                plan.hardware().manufacturer().displayName(), plan.hardware().model(), "",
                Optional.of(new Mounting(rack, 1, 1, Face.FRONT)), LifecycleState.PLANNED, Optional.empty(),
                Optional.empty(), Optional.empty(), Map.of(), Map.of());
        world.live.commit("plan", "", List.of(new Edit.Put(server)));

        turnIpmiOff(address(1));

        world.service.leased(lease(address(1)));

        Arrival arrival;
        do {
            arrival = changes.poll(30, TimeUnit.SECONDS);
            assertThat(arrival).isNotNull();
        } while (arrival.trouble().isEmpty() && arrival.stage() != Stage.AVAILABLE);
        assertThat(arrival.trouble()).as("%s", arrival).isEmpty();
        assertThat(arrival.found()).isEqualTo("answers Redfish");
        assertThat(arrival.server()).contains(server.id());
    }

    @Test
    void are_told_from_what_takes_connections_and_says_nothing() throws Exception {
        try (var mute = new ServerSocket()) {
            mute.bind(new InetSocketAddress("127.69.200.1", lab.redfish().getFirst().address().getPort()));
            world.service.leased(lease("127.69.200.1"));
            mute.accept().close(); // a knock
            mute.accept().close(); // a greeting that comes to nothing

            assertThat(world.service.arrivals(ArrivalFilter.ALL, PageRequest.ALL).items()).isEmpty();
        }
    }
}
