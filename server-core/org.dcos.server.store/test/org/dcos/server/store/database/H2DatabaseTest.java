package org.dcos.server.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.dcos.server.store.settings.JpaSettingsStore;
import org.junit.jupiter.api.Test;

class H2DatabaseTest extends OpenDatabase {

    @Test
    void keeps_what_was_written_over_a_restart() {
        new JpaSettingsStore(database).save("collection", Map.of("power", "30"));
        reopen();

        assertThat(new JpaSettingsStore(database).load("collection")).containsExactly(Map.entry("power", "30"));
    }

    @Test
    void an_exception_undoes_the_transaction() {
        var settings = new JpaSettingsStore(database);

        assertThatThrownBy(() -> database.write(entities -> {
            entities.createNativeQuery("insert into setting values ('a', 'b', 'c')").executeUpdate();
            throw new IllegalArgumentException("no");
        })).isInstanceOf(IllegalArgumentException.class).hasMessage("no");

        assertThat(settings.load("a")).isEmpty();
    }

    @Test
    void interrupted_threads_do_not_harm_it() throws InterruptedException {
        var settings = new JpaSettingsStore(database);
        var done = new AtomicInteger();
        var threads = java.util.stream.IntStream.range(0, 8).mapToObj(n -> Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 50; i++) {
                Thread.currentThread().interrupt();
                settings.save("service" + n, Map.of("i", Integer.toString(i)));
                done.incrementAndGet();
            }
        })).toList();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(done).hasValue(8 * 50);
        assertThat(settings.load("service7")).containsEntry("i", "49");
    }

    @Test
    void readers_do_not_wait_for_a_writer() throws InterruptedException {
        var writing = new CountDownLatch(1);
        var read = new CountDownLatch(1);
        var writer = Thread.ofVirtual().start(() -> database.write(entities -> {
            entities.createNativeQuery("insert into setting values ('a', 'b', 'c')").executeUpdate();
            writing.countDown();
            awaitQuietly(read);
            return null;
        }));
        writing.await();

        assertThat(new JpaSettingsStore(database).load("a")).isEmpty();

        read.countDown();
        writer.join();
        assertThat(new JpaSettingsStore(database).load("a")).containsEntry("b", "c");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
