package org.dcos.server.oob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.dcos.domain.Secret;
import org.dcos.domain.bmc.DiscoveryOrder;
import org.dcos.domain.bmc.DiscoveryOrder.KnownBmc;
import org.dcos.domain.bmc.DiscoveryOrder.Login;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.operation.Operation.Result;
import org.dcos.domain.problem.Invalid;
import org.dcos.server.oob.Fakes.Box;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

    private final Fakes world = new Fakes();
    private final SweepDiscovery discovery = new SweepDiscovery(world.operations(), new Recognition(world.driver(),
            world.bmcStore(), world.vault(), world.records(), world.inventory(), _ -> {}, world.polled::add));

    private Result sweep(String range, Login... logins) throws Exception {
        world.results.clear();
        discovery.start(new DiscoveryOrder(List.of(range), 623, List.of(logins), List.of()));
        return world.results.getFirst();
    }

    private static Login login(String password) {
        return new Login("admin", Secret.of(password));
    }

    @Test
    void matches_a_bmc_to_the_recorded_server_with_its_serial_number() throws Exception {
        var server = world.server("srv-1", "0012345");
        world.wire.put("10.0.0.1", new Box("0012345"));

        var result = sweep("10.0.0.1", login("Passw0rd"));

        assertThat(result.outcome()).isEqualTo("matched");
        assertThat(world.bmcStore().byServer(server.id())).isPresent();
        assertThat(world.servers.get(server.id()).state()).isEqualTo(LifecycleState.DISCOVERED);
        assertThat(world.polled).contains(server.id());
    }

    @Test
    void tries_the_next_login_when_one_is_refused() throws Exception {
        world.server("srv-1", "SN-1");
        world.wire.put("10.0.0.1", new Box("SN-1"));

        assertThat(sweep("10.0.0.1", login("wrong"), login("Passw0rd")).outcome()).isEqualTo("matched");
    }

    @Test
    void says_when_no_login_fits() throws Exception {
        world.wire.put("10.0.0.1", new Box("SN-1"));

        assertThat(sweep("10.0.0.1", login("wrong")).outcome()).isEqualTo("wrong-credential");
    }

    @Test
    void a_junk_serial_number_matches_nothing_and_is_told() throws Exception {
        world.server("srv-1", "1234567890");
        world.wire.put("10.0.0.1", new Box("1234567890"));

        var result = sweep("10.0.0.1", login("Passw0rd"));

        assertThat(result.outcome()).isEqualTo("unmatched");
        assertThat(result.message()).contains("1234567890");
    }

    @Test
    void a_stranger_is_kept_without_a_server() throws Exception {
        world.wire.put("10.0.0.1", new Box("SN-9"));

        assertThat(sweep("10.0.0.1", login("Passw0rd")).outcome()).isEqualTo("unmatched");
        assertThat(world.bmcs.values()).singleElement().satisfies(bmc -> assertThat(bmc.server()).isEmpty());
    }

    @Test
    void two_bmcs_that_answer_with_one_serial_number_are_told_and_the_first_stays() throws Exception {
        var server = world.server("srv-1", "SN-1");
        world.wire.put("10.0.0.1", new Box("SN-1"));
        sweep("10.0.0.1", login("Passw0rd"));
        world.wire.put("10.0.0.2", new Box("SN-1"));

        assertThat(sweep("10.0.0.2", login("Passw0rd")).outcome()).isEqualTo("duplicate");
        assertThat(world.bmcStore().byServer(server.id()).orElseThrow().address()).isEqualTo("10.0.0.1");
    }

    @Test
    void a_bmc_that_moved_to_another_address_is_followed() throws Exception {
        var server = world.server("srv-1", "SN-1");
        world.wire.put("10.0.0.1", new Box("SN-1"));
        sweep("10.0.0.1", login("Passw0rd"));
        world.wire.put("10.0.0.7", world.wire.remove("10.0.0.1"));

        assertThat(sweep("10.0.0.7", login("Passw0rd")).outcome()).isEqualTo("matched");
        assertThat(world.bmcStore().byServer(server.id()).orElseThrow().address()).isEqualTo("10.0.0.7");
        assertThat(world.bmcs).hasSize(1);
    }

    @Test
    void silence_within_a_range_is_no_failure_but_of_a_listed_bmc_it_is() throws Exception {
        assertThat(sweep("10.0.0.1", login("x")).ok()).isTrue();

        world.results.clear();
        discovery.start(new DiscoveryOrder(List.of(), 623, List.of(),
                List.of(new KnownBmc("10.0.0.1", 623, "admin", Secret.of("x")))));
        assertThat(world.results.getFirst().ok()).isFalse();
    }

    @Test
    void names_everything_that_is_wrong_with_an_order() {
        var order = new DiscoveryOrder(List.of("nonsense"), 0, List.of(),
                List.of(new KnownBmc("host.example", 99_999, "a", Secret.of("b"))));

        assertThatThrownBy(() -> discovery.start(order)).isInstanceOfSatisfying(Invalid.class,
                invalid -> assertThat(invalid.violations()).extracting(Invalid.Violation::field).containsExactly(
                        "known[0].address", "known[0].port", "port", "logins", "ranges[0]"));
    }
}
