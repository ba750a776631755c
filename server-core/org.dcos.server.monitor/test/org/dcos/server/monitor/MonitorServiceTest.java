package org.dcos.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.dcos.domain.PageRequest;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.monitor.CollectionSettings;
import org.dcos.domain.monitor.Observation;
import org.dcos.domain.monitor.ObservationListener;
import org.dcos.domain.power.PowerState;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.status.Health;
import org.dcos.domain.status.Reachability;
import org.dcos.domain.status.ServerStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With its real threads: what takes time is waited for, never slept for. */
@Timeout(60)
class MonitorServiceTest {

    private static final CollectionSettings QUICK = new CollectionSettings(Duration.ofSeconds(1), Duration.ofSeconds(2),
            64, Duration.ofDays(1));

    @TempDir Path folder;
    private final FakeDriver driver = new FakeDriver();
    private final FakeStores.Bmcs bmcs = new FakeStores.Bmcs();
    private final FakeStores.Inventory inventory = new FakeStores.Inventory();
    private final FakeStores.Settings settings = new FakeStores.Settings();
    private final FakeStores.Deeds deeds = new FakeStores.Deeds();
    private final FakeStores.Stream stream = new FakeStores.Stream();
    private final SampleBufferTest.FakeMetricStore metrics = new SampleBufferTest.FakeMetricStore();
    private final List<Observation> heard = new CopyOnWriteArrayList<>();
    private final List<UUID> unwatched = new CopyOnWriteArrayList<>();
    private MonitorService service;

    private final class Listener implements ObservationListener {
        @Override
        public void observed(Observation observation) {
            heard.add(observation);
        }

        @Override
        public void unwatched(UUID server) {
            unwatched.add(server);
        }
    }

    private void start(FakeDriver with) throws IOException {
        var estate = new Estate(inventory, bmcs, new FakeVault(), with, new FakeStores.Alerts(), new FakeLogs());
        service = new MonitorService(estate, () -> folder, settings, metrics, deeds, stream, stream);
        service.addListener(new Listener());
    }

    private void serverWithBmc(int n) {
        inventory.add(n);
        bmcs.save(Readings.bmc(n));
        driver.sensors.put("10.0.0." + n, List.of(Readings.reading(1, "Inlet Temp", "Temperature", 23, "°C")));
    }

    @AfterEach
    void close() throws Exception {
        if (service != null) {
            service.close();
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private ServerStatus status(int n) {
        try {
            return service.status(Readings.server(n));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void brings_the_state_of_a_recorded_server_to_all_who_want_it() throws Exception {
        serverWithBmc(1);
        inventory.add(2);
        start(driver);

        await("status", () -> status(1).inletCelsius().isPresent());
        await("event",
                () -> stream.published.stream()
                        .anyMatch(event -> event instanceof DomainEvent.StatusChanged(var statuses)
                                && statuses.stream().anyMatch(s -> s.health() == Health.OK)));
        await("samples", () -> metrics.stored.stream().map(entry -> entry.key().metric()).distinct().count() == 3);

        assertThat(status(1)).satisfies(s -> {
            assertThat(s.reachability()).isEqualTo(Reachability.REACHABLE);
            assertThat(s.power()).isEqualTo(PowerState.ON);
            assertThat(s.freshUntil()).isEqualTo(s.powerAsOf().map(at -> at.plus(Duration.ofSeconds(75))));
        });
        assertThat(service.sensors(Readings.server(1))).hasSize(1);
        assertThat(heard).hasSizeGreaterThanOrEqualTo(2);
        assertThat(status(2).reachability()).isEqualTo(Reachability.NO_BMC);
        assertThat(service.statuses(PageRequest.ALL).total()).isEqualTo(2);
        assertThatThrownBy(() -> service.status(Readings.server(9))).isInstanceOf(NotFound.class);
    }

    @Test
    void begins_to_watch_a_bmc_as_soon_as_it_is_matched_and_ends_when_it_is_deleted() throws Exception {
        inventory.add(1);
        start(driver);
        await("known", () -> service.statuses(PageRequest.ALL).total() == 1);

        serverWithBmc(1);
        stream.publish(new DomainEvent.BmcSaved(Readings.bmc(1)));
        await("watched", () -> status(1).reachability() == Reachability.REACHABLE);
        bmcs.delete(Readings.bmc(1).id());
        stream.publish(new DomainEvent.BmcDeleted(Readings.bmc(1).id()));

        assertThat(unwatched).containsExactly(Readings.server(1));
        assertThat(status(1).reachability()).isEqualTo(Reachability.NO_BMC);
    }

    @Test
    void forgets_a_deleted_server() throws Exception {
        serverWithBmc(1);
        start(driver);
        await("watched", () -> status(1).reachability() == Reachability.REACHABLE);

        inventory.kept.clear();
        stream.publish(new DomainEvent.ServerDeleted(Readings.server(1)));

        assertThat(unwatched).containsExactly(Readings.server(1));
        assertThatThrownBy(() -> service.status(Readings.server(1))).isInstanceOf(NotFound.class);
    }

    @Test
    void finds_what_events_did_not_tell_when_servers_changed_as_a_whole() throws Exception {
        start(driver);
        serverWithBmc(1);
        serverWithBmc(2);

        stream.publish(new DomainEvent.ServersChanged());

        await("both", () -> service.statuses(PageRequest.ALL).items().stream()
                .filter(s -> s.reachability() == Reachability.REACHABLE).count() == 2);
    }

    @Test
    void last_known_states_come_back_after_a_restart_with_their_age() throws Exception {
        serverWithBmc(1);
        start(driver);
        await("status", () -> status(1).inletCelsius().isPresent());
        service.close();
        var before = status(1);
        driver.failing.put("10.0.0.1", BmcFailure.Kind.SILENT);
        var slow = new CountDownLatch(1);

        start(new FakeDriver() {
            @Override
            void meanwhile(BmcEndpoint bmc) throws InterruptedException {
                slow.await();
            }
        });

        assertThat(status(1).powerAsOf().orElseThrow())
                .isEqualTo(before.powerAsOf().orElseThrow().truncatedTo(ChronoUnit.MILLIS));
        assertThat(status(1).inletCelsius()).contains(23.0);
        assertThat(service.sensors(Readings.server(1))).hasSize(1);
    }

    @Test
    void tells_of_each_round() throws Exception {
        settings.save(CollectionSettings.SERVICE, QUICK.values());
        serverWithBmc(1);
        serverWithBmc(2);
        driver.failing.put("10.0.0.2", BmcFailure.Kind.SILENT);
        start(driver);

        await("round", () -> service.lastSweep().isPresent());

        assertThat(service.lastSweep().orElseThrow()).satisfies(sweep -> {
            assertThat(sweep.asked()).isEqualTo(2);
            assertThat(sweep.answered()).isEqualTo(1);
        });
        await("event", () -> stream.published.stream().anyMatch(DomainEvent.SweepEnded.class::isInstance));
    }

    @Test
    void never_talks_with_more_bmcs_at_a_time_than_set() throws Exception {
        settings.save(CollectionSettings.SERVICE,
                new CollectionSettings(QUICK.powerInterval(), QUICK.sensorInterval(), 3,
                        QUICK.retention()).values());
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var served = new AtomicInteger();
        for (int n = 1; n <= 40; n++) {
            serverWithBmc(n);
        }
        start(new FakeDriver() {
            @Override
            void meanwhile(BmcEndpoint bmc) {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                LockSupport.parkNanos(2_000_000); // a BMC takes its time
                now.decrementAndGet();
                served.incrementAndGet();
            }
        });

        await("served", () -> served.get() > 200);

        assertThat(most.get()).isEqualTo(3);
    }

    @Test
    void saves_settings_that_are_valid_and_notes_who_did() throws Exception {
        start(driver);
        assertThat(service.settings()).isEqualTo(CollectionSettings.DEFAULT);

        assertThatThrownBy(() -> service.save(new CollectionSettings(Duration.ZERO, Duration.ZERO, 0, Duration.ZERO)))
                .isInstanceOf(Invalid.class);
        service.save(QUICK);

        assertThat(service.settings()).isEqualTo(QUICK);
        assertThat(CollectionSettings.of(settings.load(CollectionSettings.SERVICE))).isEqualTo(QUICK);
        assertThat(deeds.entries).singleElement()
                .satisfies(entry -> assertThat(entry.action()).isEqualTo("collection.save"));
    }

    @Test
    void ends_in_the_middle_of_conversations_and_still_stores_what_it_heard() throws Exception {
        serverWithBmc(1);
        serverWithBmc(2);
        var talking = new CountDownLatch(1);
        start(new FakeDriver() {
            @Override
            void meanwhile(BmcEndpoint bmc) throws InterruptedException {
                if (bmc.address().equals("10.0.0.2")) {
                    talking.countDown();
                    new CountDownLatch(1).await();
                }
            }
        });
        talking.await();
        await("heard", () -> !heard.isEmpty());

        service.close();

        assertThat(metrics.stored).isNotEmpty();
        assertThat(Optional.of(status(1).reachability())).contains(Reachability.REACHABLE);
    }
}
