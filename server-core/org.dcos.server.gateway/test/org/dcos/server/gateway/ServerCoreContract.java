package org.dcos.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.dcos.client.connection.TransportConnection;
import org.dcos.client.transport.Transport;
import org.dcos.domain.PageRequest;
import org.dcos.domain.Secret;
import org.dcos.domain.ServerCore;
import org.dcos.domain.access.Role;
import org.dcos.domain.access.TokenOrder;
import org.dcos.domain.connection.Connection;
import org.dcos.domain.connection.ConnectionState;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.Events;
import org.dcos.domain.event.NumberedEvent;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Denied;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.problem.Unavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a server-core promises, whatever the transport in between. */
abstract class ServerCoreContract {

    private static final int SEEDS = 20;

    final FakeGateway gateway = new FakeGateway();
    Connection connection;

    abstract Transport transport() throws Exception;

    /** Origin as the services see it. */
    abstract String origin();

    @BeforeEach
    void connect() throws Exception {
        connection = connect(FakeCredentials.ADMIN);
        Await.until("connected", () -> connection.state() instanceof ConnectionState.Connected);
    }

    @AfterEach
    void disconnect() {
        connection.close();
    }

    private Connection connect(Secret token) throws Exception {
        return new TransportConnection("test", false, transport(), token, Duration.ofSeconds(5));
    }

    /** Every method of every service: the arguments arrive as they were, and so does the answer. */
    @TestFactory
    Stream<DynamicTest> every_call_arrives_and_every_answer_comes_back() {
        return Arrays.stream(ServerCore.class.getMethods())
                .filter(m -> m.getReturnType().isInterface() && m.getReturnType() != Events.class)
                .flatMap(
                        service -> Arrays.stream(service.getReturnType().getMethods())
                                .filter(method -> !method.isDefault())
                                .map(method -> DynamicTest.dynamicTest(
                                        service.getName() + "." + method.getName()
                                                + Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName)
                                                        .toList(),
                                        () -> {
                                            for (long seed = 1; seed <= SEEDS; seed++) {
                                                roundTrip(service, method, seed);
                                            }
                                        })));
    }

    private void roundTrip(Method service, Method method, long seed) throws ReflectiveOperationException {
        gateway.core.answering(seed);
        var samples = new Samples(-seed);
        Object[] arguments = Arrays.stream(method.getGenericParameterTypes()).map(samples::of).toArray();

        Object answer = method.invoke(service.invoke(connection.serverCore()), arguments);

        FakeServerCore.Call call = gateway.core.last();
        assertThat(answer).usingRecursiveComparison().isEqualTo(call.answer());
        boolean baselineFlag = method.getName().equals("check") || method.getName().equals("take");
        assertThat(call.method()).isEqualTo(method);
        assertThat(call.arguments()).usingRecursiveComparison()
                .isEqualTo(baselineFlag ? List.of(arguments[0]) : Arrays.asList(arguments));
    }

    @Test
    void every_problem_comes_back_as_it_was_thrown() {
        List<Problem> problems = List.of(NotFound.of("server", UUID.randomUUID()),
                new Conflict("Somebody else was faster."),
                new Invalid(List.of(new Invalid.Violation("mounting.lowestUnit", "is 0, the lowest unit is 1"),
                        new Invalid.Violation("", "x"))),
                new Denied(Denied.Reason.NOT_ALLOWED, "Not you."), new Unavailable("The disk is full."));
        for (Problem problem : problems) {
            gateway.core.refusing(problem);
            Throwable thrown = catchThrowable(() -> connection.serverCore().inventory().server(UUID.randomUUID()));
            assertThat(thrown).hasSameClassAs(problem).hasMessage(problem.getMessage());
            if (problem instanceof Invalid invalid) {
                assertThat(((Invalid) thrown).violations()).isEqualTo(invalid.violations());
            }
        }
    }

    @Test
    void a_bug_in_a_service_shows_a_reference_number_and_nothing_else() {
        gateway.core.failing(new IllegalStateException("SELECT secret FROM x"));
        assertThatThrownBy(() -> connection.serverCore().inventory().idcs(PageRequest.ALL))
                .isInstanceOf(Unavailable.class).hasMessageMatching(".*reference E-[0-9a-f]{8}\\.")
                .hasMessageNotContaining("SELECT");
    }

    @Test
    void services_know_the_caller() throws Problem {
        connection.serverCore().access().me();
        assertThat(gateway.core.last().caller().role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(gateway.core.last().caller().origin()).isEqualTo(origin());
    }

    @Test
    void tells_its_version() {
        assertThat(connection.state()).isInstanceOfSatisfying(ConnectionState.Connected.class,
                c -> assertThat(c.serverVersion()).isEqualTo("0.1.0"));
    }

    @Test
    void a_wrong_token_is_told_and_not_tried_again() throws Exception {
        try (Connection wrong = connect(Secret.of("nonsense"))) {
            Await.until("refused", () -> wrong.state() instanceof ConnectionState.Refused);
            var refused = (ConnectionState.Refused) wrong.state();
            assertThat(refused.reason()).isEqualTo(ConnectionState.Reason.WRONG_TOKEN);
            assertThat(refused.why()).contains("token", "new one").doesNotContain("nonsense");
            assertThatThrownBy(() -> wrong.serverCore().access().me())
                    .isInstanceOfSatisfying(Denied.class,
                            d -> assertThat(d.reason()).isEqualTo(Denied.Reason.NOT_AUTHENTICATED));
        }
    }

    @Test
    void a_viewer_may_look_but_not_change_and_the_attempt_is_audited() throws Exception {
        try (Connection viewer = connect(FakeCredentials.VIEWER)) {
            viewer.serverCore().inventory().idcs(PageRequest.ALL);
            assertThatThrownBy(() -> viewer.serverCore().inventory().deleteIdc(UUID.randomUUID()))
                    .isInstanceOfSatisfying(Denied.class,
                            d -> assertThat(d.reason()).isEqualTo(Denied.Reason.NOT_ALLOWED))
                    .hasMessageContaining("OPERATOR");
            assertThat(gateway.audit).last().satisfies(e -> assertThat(e.action()).isEqualTo("access.refused"));
        }
    }

    @Test
    void an_operator_may_not_make_users_but_may_get_a_token() throws Exception {
        try (Connection operator = connect(FakeCredentials.OPERATOR)) {
            operator.serverCore().access().issue(new TokenOrder("x", Role.VIEWER, Optional.empty()));
            assertThatThrownBy(
                    () -> operator.serverCore().access().saveUser("a", Role.VIEWER, Secret.of("0123456789ab")))
                            .isInstanceOf(Denied.class);
        }
    }

    @Test
    void events_arrive_in_order_and_complete() {
        var received = new CopyOnWriteArrayList<NumberedEvent>();
        var samples = new Samples(7);
        try (Events.Subscription _ = connection.serverCore().events().subscribe(OptionalLong.empty(), received::add)) {
            var sent = new CopyOnWriteArrayList<DomainEvent>();
            for (int i = 0; i < 200; i++) {
                var event = (DomainEvent) samples.of(DomainEvent.class);
                sent.add(event);
                gateway.core.events.publish(event);
            }
            Await.until("200 events", () -> received.size() >= 200);
            assertThat(received).extracting(NumberedEvent::event).usingRecursiveComparison().isEqualTo(sent);
            assertThat(received).extracting(NumberedEvent::sequence).isSorted();
        }
    }

    @Test
    void who_asks_for_older_events_gets_them_first() {
        gateway.core.events.publish(new DomainEvent.PlacesChanged());
        long second = gateway.core.events.publish(new DomainEvent.ServersChanged());
        long third = gateway.core.events.publish(new DomainEvent.PlacesChanged());
        var received = new CopyOnWriteArrayList<NumberedEvent>();
        try (Events.Subscription _ = connection.serverCore().events().subscribe(OptionalLong.of(second - 1),
                received::add)) {
            Await.until("two events", () -> received.size() >= 2);
            assertThat(received).extracting(NumberedEvent::sequence).containsExactly(second, third);
        }
    }

    @Test
    void who_asks_for_events_that_are_gone_gets_a_resync() {
        gateway.core.events.publish(new DomainEvent.PlacesChanged());
        gateway.core.events.publish(new DomainEvent.PlacesChanged());
        gateway.core.events.forget();
        var received = new CopyOnWriteArrayList<NumberedEvent>();
        try (Events.Subscription _ = connection.serverCore().events().subscribe(OptionalLong.of(1), received::add)) {
            Await.until("an event", () -> !received.isEmpty());
            assertThat(received.getFirst().event()).isInstanceOf(DomainEvent.Resync.class);
        }
    }

    @Test
    void no_event_comes_after_a_subscription_is_closed() throws Exception {
        var received = new CopyOnWriteArrayList<NumberedEvent>();
        var other = new CopyOnWriteArrayList<NumberedEvent>();
        try (Events.Subscription _ = connection.serverCore().events().subscribe(OptionalLong.empty(), other::add)) {
            connection.serverCore().events().subscribe(OptionalLong.empty(), received::add).close();
            gateway.core.events.publish(new DomainEvent.PlacesChanged());
            Await.until("the other's event", () -> !other.isEmpty());
            assertThat(received).isEmpty();
        }
    }

    @Test
    void a_revoked_token_ends_the_stream_and_is_told() {
        gateway.credentials.revoke(FakeCredentials.ADMIN);
        Await.until("refused", () -> connection.state() instanceof ConnectionState.Refused r
                && r.reason() == ConnectionState.Reason.WRONG_TOKEN);
    }

    @Test
    void a_closed_connection_is_closed_at_both_ends() {
        connection.close();
        assertThat(connection.state()).isInstanceOf(ConnectionState.Closed.class);
        Await.until("no listener left", () -> gateway.core.events.listeners() == 0);
    }

}
