package org.dcos.server.oob;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Secret;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.power.ChassisCommand;
import org.dcos.domain.power.ChassisOrder;
import org.dcos.domain.power.ChassisOrders.Rest;
import org.dcos.domain.power.ChassisRun;
import org.dcos.domain.power.ChassisRun.Stage;
import org.dcos.domain.power.ChassisRun.State;
import org.dcos.domain.power.PowerAction;
import org.dcos.domain.power.PowerState;
import org.dcos.domain.power.Waves;
import org.dcos.lab.Lab;
import org.dcos.lab.LabOptions;
import org.dcos.lab.network.Fault;
import org.dcos.net.ipmi.client.ClientOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders in waves to simulated BMCs over real IPMI, some of which do not answer. */
class WavesAgainstLabTest {

    private static final int PORT = 36_231;
    private static final int SERVERS = 24;

    @TempDir Path directory;
    private Lab lab;
    private IpmiConversations ipmi;
    private WaveWorld world;
    private List<Server> servers;

    @BeforeEach
    void start() throws Exception {
        lab = Lab.start(LabOptions.DEFAULT.withServers(SERVERS).withBaseAddress("127.94.0.0").withPort(PORT));
        ipmi = new IpmiConversations(ClientOptions.defaults().withTimeouts(Duration.ofMillis(200), 3));
        world = new WaveWorld(directory, Optional.of(new IpmiBmcDriver(ipmi)));
        world.rack("A1", "A");
        world.rack("A2", "B");
        var credential = world.fakes.vault().keep(lab.options().user(), Secret.of(lab.options().password()));
        servers = lab.bmcs().stream().map(bmc -> {
            int number = bmc.server().number();
            var server = world.server(number % 2 == 0 ? "A1" : "A2", 1 + number / 2);
            world.fakes.bmcs.put(server.id(), new Bmc(server.id(), 1, bmc.address().getAddress().getHostAddress(), PORT,
                    credential.id(), Optional.of(server.id()), Optional.empty(), Optional.empty()));
            return server;
        }).toList();
    }

    @AfterEach
    void end() {
        world.close();
        ipmi.close();
        lab.close();
    }

    private ChassisOrder order(ChassisCommand command, Waves waves) {
        return new ChassisOrder(servers.stream().map(Server::id).toList(), command, "firmware of the switch", waves,
                Optional.empty(), "");
    }

    private void silence(List<UUID> ids) {
        lab.bmcs().forEach(bmc -> bmc.setFault(
                ids.contains(servers.get(lab.bmcs().indexOf(bmc)).id()) ? Fault.SILENT : Fault.NONE));
    }

    @Test
    void aDiagnosticInterruptGoesFeedByFeedToEveryServer() throws Exception {
        lab.bmcs().stream().filter(bmc -> !bmc.server().poweredOn()).forEach(bmc -> world.power.put(
                servers.get(lab.bmcs().indexOf(bmc)).id(), PowerState.OFF));
        var waves = new Waves(Waves.By.FEED, "", 6, 0, 2, false, Duration.ZERO, 0, 0);

        var run = world.ended(world.orders.order(order(new ChassisCommand.SetPower(PowerAction.NMI), waves)));

        assertThat(run.stage()).isEqualTo(Stage.DONE);
        assertThat(run.waves()).extracting(ChassisRun.Wave::canary).startsWith(true, false);
        assertThat(run.steps()).filteredOn(step -> step.state() != State.LEFT_OUT).isNotEmpty().allSatisfy(step -> {
            assertThat(step.state()).isEqualTo(State.DONE);
            assertThat(step.message()).contains("diagnostic interrupt was sent");
        });
    }

    @Test
    void silentBmcsStopTheOrderAndTheRestIsDoneWhenTheyAnswerAgain() throws Exception {
        var waves = new Waves(Waves.By.RACK, "", 0, 0, 0, false, Duration.ZERO, 25, 100);
        var order = order(new ChassisCommand.Light(Duration.ofSeconds(60)), waves);
        var first = world.orders.plan(order).targets().stream().filter(target -> target.wave().orElseThrow() == 0)
                .map(target -> target.server()).toList();
        silence(first.subList(0, first.size() / 2));

        var stopped = world.ended(world.orders.order(order));

        assertThat(stopped.stage()).isEqualTo(Stage.STOPPED);
        assertThat(stopped.waves().get(1).begun()).isZero();
        assertThat(stopped.steps()).filteredOn(step -> step.state() == State.FAILED).isNotEmpty()
                .allSatisfy(step -> assertThat(step.outcome()).isEqualTo("silent"));

        silence(List.of());
        var rest = world.ended(world.orders.order(world.orders.rest(stopped.id(), Rest.ALL)));

        assertThat(rest.stage()).isEqualTo(Stage.DONE);
        assertThat(rest.steps()).allSatisfy(step -> assertThat(step.state()).isEqualTo(State.DONE));
        assertThat(rest.steps().size() + stopped.steps().stream().filter(step -> step.state() == State.DONE).count())
                .isEqualTo(SERVERS);
    }
}
