package org.dcos.net.ipmi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.dcos.net.ipmi.command.ChassisControl;
import org.dcos.net.ipmi.command.ChassisStatus;
import org.dcos.net.ipmi.command.DeviceId;
import org.dcos.net.ipmi.command.Done;
import org.dcos.net.ipmi.peer.FakeBmc;
import org.dcos.net.ipmi.peer.FakeBmc.IpmiAnswer;
import org.dcos.net.ipmi.wire.CipherSuite;
import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.CompletionCode;
import org.dcos.net.ipmi.wire.PrivilegeLevel;
import org.dcos.net.ipmi.wire.Rmcp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The client against a BMC that misbehaves on loopback; waits are 60 ms at first, so that the tests are quick. */
@Timeout(20)
class IpmiClientTest {

    private static final ChassisStatus.Get STATUS = new ChassisStatus.Get();
    private static final ClientOptions QUICK = ClientOptions.defaults().withTimeouts(Duration.ofMillis(60), 4);

    private FakeBmc bmc;
    private IpmiClient client;

    @BeforeEach
    void start() throws IOException {
        bmc = new FakeBmc();
        bmc.on(Command.GET_CHASSIS_STATUS, _ -> IpmiAnswer.ok(new byte[] {0x21, 0x10, 0x40}));
        bmc.on(Command.CHASSIS_CONTROL, _ -> IpmiAnswer.ok());
        client = new IpmiClient(QUICK);
    }

    @AfterEach
    void stop() throws InterruptedException {
        client.close();
        bmc.close();
    }

    @Test
    void prefers_suite_17() throws Exception {
        assertThat(send(target()).isOn()).isTrue();
        assertThat(client.statistics().sent()).isEqualTo(4); // open session, rakp 1, rakp 3, one command
    }

    @Test
    void falls_back_to_suite_3_when_the_bmc_refuses_17() throws Exception {
        bmc.offer(CipherSuite.SUITE_3);

        assertThat(send(target()).isOn()).isTrue();
        assertThat(client.statistics().sent()).isEqualTo(5);
    }

    @Test
    void asks_for_the_list_of_suites_when_the_bmc_ignores_17() throws Exception {
        bmc.offer(CipherSuite.SUITE_3);
        bmc.ignoreUnknownSuites();

        assertThat(send(target()).isOn()).isTrue();
    }

    @Test
    void never_falls_below_the_suites_of_the_target() {
        bmc.offer(CipherSuite.SUITE_0, CipherSuite.SUITE_1, CipherSuite.SUITE_2);

        assertThatThrownBy(() -> send(target())).isInstanceOf(UnsupportedSuite.class)
                .hasMessageContaining("17, 3").hasMessageContaining(bmc.address().getHostString());
    }

    @Test
    void does_not_fall_below_a_suite_that_was_proven() throws Exception {
        try (var first = client.connect(target())) {
            first.send(STATUS);
            bmc.offer(CipherSuite.SUITE_3);
            bmc.forgetSessions();

            assertThatThrownBy(() -> first.send(STATUS)).isInstanceOf(UnsupportedSuite.class)
                    .hasMessageContaining("suites 17.");
        }
    }

    @Test
    void a_wrong_password_is_told_as_such_and_ends_the_login_at_the_bmc() {
        var wrong = new BmcTarget(bmc.address(), Credential.of(FakeBmc.USER, "not it".toCharArray()),
                BmcTarget.PREFERRED_SUITES, PrivilegeLevel.ADMINISTRATOR);

        assertThatThrownBy(() -> send(wrong)).isInstanceOf(WrongPassword.class)
                .hasMessageContaining("user admin").hasMessageNotContaining("not it");
        awaitUntil(() -> bmc.openSessions() == 0);
    }

    @Test
    void an_unknown_user_is_told_as_a_wrong_login() {
        var unknown = new BmcTarget(bmc.address(), Credential.of("nobody", FakeBmc.PASSWORD.toCharArray()),
                BmcTarget.PREFERRED_SUITES, PrivilegeLevel.ADMINISTRATOR);

        assertThatThrownBy(() -> send(unknown)).isInstanceOf(WrongPassword.class);
    }

    @Test
    void a_bmc_with_a_key_of_its_own_wants_it_in_the_credential() throws Exception {
        byte[] key = {1, 2, 3, 4};
        bmc.bmcKey(key);
        var twoKeys = Credential.of(FakeBmc.USER, FakeBmc.PASSWORD.toCharArray(), key);

        assertThat(send(new BmcTarget(bmc.address(), twoKeys, BmcTarget.PREFERRED_SUITES, PrivilegeLevel.USER)).isOn())
                .isTrue();
        assertThatThrownBy(() -> send(target())).isInstanceOf(WrongPassword.class).hasMessageContaining("(KG)");
    }

    @Test
    void a_callback_must_not_wait_for_an_answer() throws Exception {
        var told = new CompletableFuture<Throwable>();
        client.submit(target(), STATUS, _ -> {
            try (var connection = client.connect(target())) {
                connection.send(STATUS);
            } catch (IllegalStateException | IpmiException | InterruptedException e) {
                told.complete(e);
            }
        });

        assertThat(told.get(5, TimeUnit.SECONDS)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_silent_bmc_is_told_with_tries_and_time() {
        bmc.deaf(true);

        var silent = catchThrowableOfType(BmcSilent.class, () -> send(target()));

        assertThat(silent.attempts()).isEqualTo(4);
        assertThat(silent.waited()).isBetween(Duration.ofMillis(300), Duration.ofSeconds(3));
        assertThat(silent).hasMessageContaining("after 4 tries");
    }

    @Test
    void a_bmc_that_talks_garbage_is_told_apart_from_a_silent_one() {
        var random = new Random(3);
        bmc.fault(_ -> {
            byte[] garbage = new byte[40];
            random.nextBytes(garbage);
            return List.of(garbage);
        });

        assertThatThrownBy(() -> send(target())).isInstanceOf(ProtocolViolation.class);
        assertThat(client.statistics().malformed()).isPositive();
    }

    @Test
    void lost_answers_cost_time_only() throws Exception {
        var count = new AtomicInteger();
        bmc.fault(answer -> count.incrementAndGet() % 2 == 0 ? List.of(answer) : List.of());

        try (var connection = client.connect(target())) {
            for (int i = 0; i < 5; i++) {
                assertThat(connection.send(STATUS).isOn()).isTrue();
            }
        }
        assertThat(client.statistics().resent()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void a_retry_has_the_same_request_sequence_and_a_new_session_sequence() throws Exception {
        try (var connection = client.connect(target())) {
            connection.send(STATUS);
            var drop = new AtomicInteger(1);
            bmc.fault(answer -> drop.getAndDecrement() > 0 ? List.of() : List.of(answer));
            connection.send(new ChassisControl(ChassisControl.Action.POWER_CYCLE));
        }
        var tries = bmc.received().stream().filter(r -> r.command() == Command.SET_SESSION_PRIVILEGE_LEVEL.code())
                .toList();
        assertThat(tries).hasSize(2);
        assertThat(tries.get(0).requestSequence()).isEqualTo(tries.get(1).requestSequence());
        assertThat(tries.get(1).sessionSequence()).isGreaterThan(tries.get(0).sessionSequence());
    }

    @Test
    void answers_that_come_twice_count_once() throws Exception {
        bmc.fault(answer -> List.of(answer, answer));

        try (var connection = client.connect(target())) {
            connection.send(STATUS);
            connection.send(STATUS);
        }
        assertThat(client.statistics().replayed() + client.statistics().unexpected()).isGreaterThanOrEqualTo(3);
        assertThat(bmc.received(Command.GET_CHASSIS_STATUS)).hasSize(2);
    }

    @Test
    void tampered_answers_are_dropped() throws Exception {
        try (var connection = client.connect(target())) {
            connection.send(STATUS);
            var first = new AtomicInteger();
            bmc.fault(answer -> {
                byte[] changed = answer.clone();
                changed[20] ^= 1;
                return first.getAndIncrement() == 0 ? List.of(changed) : List.of(answer);
            });

            assertThat(connection.send(STATUS).isOn()).isTrue();
        }
        assertThat(client.statistics().malformed()).isEqualTo(1);
    }

    @Test
    void a_repeatable_request_survives_a_bmc_that_forgot_the_session() throws Exception {
        try (var connection = client.connect(target())) {
            connection.send(STATUS);
            bmc.forgetSessions();

            assertThat(connection.send(STATUS).isOn()).isTrue();
        }
        assertThat(client.statistics().sessionsOpened()).isEqualTo(2);
    }

    @Test
    void a_power_command_whose_answer_is_lost_is_not_repeated_in_a_new_session() throws Exception {
        try (var connection = client.connect(target())) {
            connection.send(new DeviceId.Get());
            connection.send(new ChassisControl(ChassisControl.Action.POWER_ON)); // raises the privilege level
            bmc.fault(_ -> List.of());

            var silent = catchThrowableOfType(BmcSilent.class,
                    () -> connection.send(new ChassisControl(ChassisControl.Action.POWER_CYCLE)));

            assertThat(silent.outcomeUnknown()).isTrue();
            assertThat(silent).hasMessageContaining("read its state before you repeat");
        }
        assertThat(client.statistics().sessionsOpened()).isEqualTo(1);
        var sequences = bmc.received(Command.CHASSIS_CONTROL).stream().map(FakeBmc.Received::requestSequence).toList();
        assertThat(sequences).hasSize(5); // power on, four tries of power cycle
        assertThat(sequences.subList(1, 5)).containsOnly(sequences.get(4));
    }

    @Test
    void raises_the_privilege_level_only_for_commands_that_need_it() throws Exception {
        try (var connection = client.connect(target())) {
            connection.send(STATUS);
            assertThat(bmc.received(Command.SET_SESSION_PRIVILEGE_LEVEL)).isEmpty();

            connection.send(new ChassisControl(ChassisControl.Action.POWER_ON));
            connection.send(new ChassisControl(ChassisControl.Action.POWER_OFF));
        }
        assertThat(bmc.received(Command.SET_SESSION_PRIVILEGE_LEVEL)).hasSize(1);
    }

    @Test
    void raises_the_privilege_level_when_the_bmc_wants_more_than_the_specification() throws Exception {
        bmc.on(Command.GET_CHASSIS_STATUS, _ -> bmc.received(Command.SET_SESSION_PRIVILEGE_LEVEL).isEmpty()
                ? IpmiAnswer.refuse(CompletionCode.INSUFFICIENT_PRIVILEGE)
                : IpmiAnswer.ok(new byte[] {1, 0, 0}));

        assertThat(send(target()).isOn()).isTrue();
    }

    @Test
    void a_refusal_names_command_code_and_cure() {
        bmc.on(Command.CHASSIS_CONTROL, _ -> IpmiAnswer.refuse(CompletionCode.INSUFFICIENT_PRIVILEGE));

        assertThatThrownBy(() -> {
            try (var connection = client.connect(target())) {
                connection.send(new ChassisControl(ChassisControl.Action.HARD_RESET));
            }
        }).isInstanceOf(BmcRefused.class).hasMessageContaining("Chassis Control").hasMessageContaining("D4h")
                .hasMessageContaining("OPERATOR");
    }

    @Test
    void a_busy_bmc_is_asked_again() throws Exception {
        var asked = new AtomicInteger();
        bmc.on(Command.GET_CHASSIS_STATUS, _ -> asked.getAndIncrement() < 2
                ? IpmiAnswer.refuse(CompletionCode.NODE_BUSY)
                : IpmiAnswer.ok(new byte[] {1, 0, 0}));

        assertThat(send(target()).isOn()).isTrue();
        assertThat(bmc.received(Command.GET_CHASSIS_STATUS)).extracting(r -> r.requestSequence())
                .doesNotHaveDuplicates();
    }

    @Test
    void an_answer_too_short_for_its_command_is_a_violation() {
        bmc.on(Command.GET_CHASSIS_STATUS, _ -> IpmiAnswer.ok((byte) 1));

        assertThatThrownBy(() -> send(target())).isInstanceOf(ProtocolViolation.class)
                .hasMessageContaining("Get Chassis Status with 1 data bytes");
    }

    @Test
    void datagrams_of_strangers_are_counted_and_dropped() throws Exception {
        try (var connection = client.connect(target());
                var stranger = new DatagramSocket(new InetSocketAddress(InetAddress.getByName("127.66.198.2"), 0))) {
            var port = new AtomicInteger();
            var seen = new DatagramSocket(new InetSocketAddress(InetAddress.getByName("127.66.198.3"), 0));
            try (seen) { // learn the client's port from a login that nobody answers
                client.submit(new BmcTarget((InetSocketAddress) seen.getLocalSocketAddress(), credential(),
                        BmcTarget.PREFERRED_SUITES, PrivilegeLevel.USER), STATUS, _ -> {});
                var packet = new DatagramPacket(new byte[Rmcp.LONGEST_DATAGRAM], Rmcp.LONGEST_DATAGRAM);
                seen.receive(packet);
                port.set(packet.getPort());
            }
            byte[] frame = {6, 0, (byte) 0xFF, 7, 6, 0x11, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
            stranger.send(new DatagramPacket(frame, frame.length, InetAddress.getByName("127.0.0.1"), port.get()));

            awaitUntil(() -> client.statistics().unexpected() == 1);
            assertThat(connection.send(STATUS).isOn()).isTrue();
        }
    }

    @Test
    void closing_the_client_closes_the_sessions_at_the_bmc() throws Exception {
        send(target());
        assertThat(bmc.openSessions()).isEqualTo(1);

        client.close();

        assertThat(bmc.openSessions()).isZero();
        assertThatThrownBy(() -> send(target())).isInstanceOf(NotSent.class);
    }

    @Test
    void an_idle_session_is_closed_and_a_held_one_kept_alive() throws Exception {
        try (var idle = new IpmiClient(QUICK.withIdle(Duration.ofMillis(100), Duration.ofMillis(50)))) {
            try (var connection = idle.connect(target())) {
                connection.send(STATUS);
                awaitUntil(() -> bmc.received(Command.GET_DEVICE_ID).size() >= 3);
                assertThat(bmc.openSessions()).isEqualTo(1);
            }
            awaitUntil(() -> bmc.openSessions() == 0);
        }
    }

    @Test
    void many_requests_to_one_bmc_are_answered_in_order() throws Exception {
        int count = 200;
        var order = new ArrayList<Integer>();
        var done = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            int number = i;
            client.submit(target(), STATUS, outcome -> {
                assertThat(outcome).isInstanceOf(Outcome.Answered.class);
                order.add(number);
                done.countDown();
            });
        }

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(order).isSorted().hasSize(count);
    }

    @Test
    void more_bmcs_than_places_are_all_served() throws Exception {
        var bmcs = new ArrayList<FakeBmc>();
        try (var narrow = new IpmiClient(QUICK.withLoad(1, 2))) {
            for (int i = 0; i < 8; i++) {
                var one = new FakeBmc();
                one.on(Command.GET_CHASSIS_STATUS, _ -> IpmiAnswer.ok(new byte[] {1, 0, 0}));
                bmcs.add(one);
            }
            bmcs.get(3).deaf(true);
            var done = new CountDownLatch(bmcs.size());
            var answered = new AtomicInteger();
            for (FakeBmc one : bmcs) {
                narrow.submit(targetOf(one), STATUS, outcome -> {
                    if (outcome instanceof Outcome.Answered) {
                        answered.incrementAndGet();
                    }
                    done.countDown();
                });
            }

            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(answered).hasValue(7);
        } finally {
            for (FakeBmc one : bmcs) {
                one.close();
            }
        }
    }

    @Test
    void an_interrupted_caller_stops_waiting() throws Exception {
        bmc.deaf(true);
        var interrupted = new CountDownLatch(1);
        var caller = Thread.ofVirtual().start(() -> {
            try (var connection = client.connect(target())) {
                connection.send(new ChassisControl(ChassisControl.Action.POWER_OFF));
            } catch (InterruptedException _) {
                interrupted.countDown();
            } catch (IpmiException e) {
                throw new AssertionError(e);
            }
        });

        caller.interrupt();

        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_credential_shows_no_secret() {
        assertThat(target().toString()).contains("user admin").doesNotContain(FakeBmc.PASSWORD);
        assertThatThrownBy(() -> Credential.of("u", "a password that is too long".toCharArray()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageNotContaining("a password");
    }

    @Test
    void weak_suites_cannot_even_be_configured() {
        assertThatThrownBy(() -> new BmcTarget(bmc.address(), credential(), List.of(CipherSuite.SUITE_0),
                PrivilegeLevel.USER)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_command_without_data_in_its_answer_is_done() throws Exception {
        try (var connection = client.connect(target())) {
            assertThat(connection.send(new ChassisControl(ChassisControl.Action.POWER_ON))).isEqualTo(Done.DONE);
        }
        assertThat(Arrays.toString(bmc.received(Command.CHASSIS_CONTROL).getFirst().data())).isEqualTo("[1]");
    }

    private ChassisStatus send(BmcTarget target) throws IpmiException, InterruptedException {
        try (var connection = client.connect(target)) {
            return connection.send(STATUS);
        }
    }

    private BmcTarget target() {
        return targetOf(bmc);
    }

    private static BmcTarget targetOf(FakeBmc one) {
        return new BmcTarget(one.address(), credential(), BmcTarget.PREFERRED_SUITES, PrivilegeLevel.ADMINISTRATOR);
    }

    private static Credential credential() {
        return Credential.of(FakeBmc.USER, FakeBmc.PASSWORD.toCharArray());
    }

    private static void awaitUntil(BooleanSupplier condition) {
        long until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("condition not met in 5 s").isLessThan(until);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
