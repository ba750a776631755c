package org.dcos.server.oob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Secret;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.power.PowerAction;
import org.dcos.domain.power.PowerOrder;
import org.dcos.domain.power.PowerPlan.Warning;
import org.dcos.domain.power.PowerState;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.status.Health;
import org.dcos.domain.status.Reachability;
import org.dcos.domain.status.ServerStatus;
import org.dcos.domain.status.Statuses;
import org.dcos.server.oob.Fakes.Box;
import org.junit.jupiter.api.Test;

class ChassisPowerControlTest {

    private final Fakes world = new Fakes();
    private Optional<Instant> freshUntil = Optional.of(Instant.MAX);
    private final ChassisPowerControl power = new ChassisPowerControl(world.inventory(), world.records(),
            Fakes.proxy(Statuses.class,
                    Map.of("status", id -> new ServerStatus((UUID) id, Reachability.REACHABLE, PowerState.ON,
                            Health.OK, Optional.of(Instant.EPOCH), Optional.empty(), freshUntil, "", Optional.empty(),
                            Optional.empty()))),
            world.bmcStore(), world.vault(), world.driver(), world.operations(), world.auditLog(), _ -> {});

    private Server active(String name, String address) {
        var server = world.server(name, "SN-" + name).in(LifecycleState.ACTIVE);
        world.servers.put(server.id(), server);
        world.wire.put(address, new Box(server.serial()));
        var credential = world.vault().keep("admin", Secret.of("Passw0rd"));
        world.bmcs.put(server.id(), new Bmc(server.id(), 1, address, 623, credential.id(), Optional.of(server.id()),
                Optional.empty(), Optional.empty()));
        return server;
    }

    @Test
    void the_plan_warns_of_machines_in_service_and_of_those_without_a_bmc() throws Exception {
        var inService = active("srv-1", "10.0.0.1");
        var without = world.server("srv-2", "SN-2");

        var plan = power.plan(new PowerOrder(List.of(inService.id(), without.id()), PowerAction.CYCLE, ""));

        assertThat(plan.targets().get(0).warnings()).containsExactly(Warning.IN_SERVICE);
        assertThat(plan.targets().get(1).warnings()).containsExactly(Warning.NO_BMC);
        assertThat(world.wire.get("10.0.0.1").orders).isZero();
    }

    @Test
    void the_plan_says_when_the_state_it_shows_is_old() throws Exception {
        freshUntil = Optional.of(Instant.EPOCH);
        var server = active("srv-1", "10.0.0.1");

        assertThat(power.plan(new PowerOrder(List.of(server.id()), PowerAction.ON, "")).targets().getFirst().warnings())
                .containsExactly(Warning.STATE_IS_STALE);
    }

    @Test
    void an_order_that_interrupts_needs_a_reason() {
        var server = active("srv-1", "10.0.0.1");

        assertThatThrownBy(() -> power.order(new PowerOrder(List.of(server.id()), PowerAction.OFF, "  ")))
                .isInstanceOf(Invalid.class).hasMessageContaining("reason");
        assertThat(world.wire.get("10.0.0.1").orders).isZero();
    }

    @Test
    void an_order_is_written_down_sent_once_and_followed() throws Exception {
        var server = active("srv-1", "10.0.0.1");

        power.order(new PowerOrder(List.of(server.id()), PowerAction.CYCLE, "kernel hangs"));

        assertThat(world.audit).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("power.cycle");
            assertThat(entry.why()).isEqualTo("kernel hangs");
        });
        assertThat(world.wire.get("10.0.0.1").orders).isEqualTo(1);
        assertThat(world.results.getFirst().message()).isEqualTo("srv-1: chassis power is ON.");
    }

    @Test
    void one_silent_bmc_does_not_keep_the_others_from_their_order() throws Exception {
        var silent = active("srv-1", "10.0.0.1");
        var well = active("srv-2", "10.0.0.2");
        world.wire.get("10.0.0.1").silent = true;

        power.order(new PowerOrder(List.of(silent.id(), well.id()), PowerAction.RESET, "test of the watchdog"));

        assertThat(world.results).filteredOn(result -> !result.ok()).extracting(r -> r.target())
                .containsExactly("srv-1");
        assertThat(world.wire.get("10.0.0.2").orders).isEqualTo(1);
    }
}
