package org.dcos.server.oob.settings;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.bringup.Arrival;
import org.dcos.domain.bringup.Stage;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.Events;

/** Has each machine that was brought up read once, so that its parts and open doors are known from the beginning. */
final class Newcomers implements AutoCloseable {

    private static final int AT_ONCE = 16;

    private final BmcStore bmcs;
    private final Consumer<Bmc> reading;
    private final Semaphore slots = new Semaphore(AT_ONCE);
    private final ExecutorService readers = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("bmc-newcomer-", 0).factory());
    private final Events.Subscription subscription;

    Newcomers(Events events, BmcStore bmcs, Consumer<Bmc> reading) {
        this.bmcs = bmcs;
        this.reading = reading;
        this.subscription = events.subscribe(OptionalLong.empty(), event -> happened(event.event()));
    }

    private void happened(DomainEvent event) {
        if (event instanceof DomainEvent.ArrivalChanged(Arrival arrival) && arrival.stage() == Stage.AVAILABLE) {
            Optional<Bmc> bmc = arrival.server().flatMap(bmcs::byServer);
            bmc.ifPresent(one -> readers.execute(() -> read(one)));
        }
    }

    private void read(Bmc bmc) {
        try {
            slots.acquire();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            reading.accept(bmc);
        } finally {
            slots.release();
        }
    }

    @Override
    public void close() {
        subscription.close();
        readers.shutdownNow();
    }
}
