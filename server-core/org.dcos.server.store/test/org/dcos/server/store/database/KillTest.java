package org.dcos.server.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.dcos.domain.cmdb.Idc;
import org.dcos.server.store.cmdb.DocumentItemStore;
import org.dcos.server.store.cmdb.Commits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after the process was killed, at any moment and again and again. */
class KillTest {

    private static final int ROUNDS = 10;
    private static final int WRITERS = 4;
    private static final int WHOLE_ROUNDS = Integer.getInteger("dcos.kill.whole", 10);
    /** Items of one change set. */
    private static final int TOGETHER = 60;

    @TempDir private Path directory;

    @Test
    void every_acknowledged_write_survives_a_kill() throws Exception {
        var random = new Random(20261123);
        var acknowledged = new ArrayList<String>();
        for (int round = 0; round < ROUNDS; round++) {
            acknowledged.addAll(killedAfter(1 + random.nextInt(150), round));

            assertThat(kept()).as("round %d", round).containsAll(acknowledged);
        }
        assertThat(acknowledged).hasSizeGreaterThan(ROUNDS);
    }

    /** Starts a writing process and kills it after so many acknowledged writes, in the middle of others. */
    private List<String> killedAfter(int writes, int round) throws IOException, InterruptedException {
        var acknowledged = new ArrayList<String>();
        var process = ChildProcess.start(Writer.class, directory.toString(), Integer.toString(round));
        try (var output = process.inputReader(StandardCharsets.US_ASCII)) {
            String line;
            while ((line = output.readLine()) != null) {
                acknowledged.add(line);
                if (acknowledged.size() == writes) {
                    process.toHandle().destroyForcibly(); // SIGKILL; what it printed before is still read
                }
            }
        }
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return acknowledged;
    }

    /** Flushes of some must not put half a transaction of another on disk. */
    @Test
    void a_killed_transaction_is_there_whole_or_not_at_all() throws Exception {
        var random = new Random(20261126);
        for (int round = 0; round < WHOLE_ROUNDS; round++) {
            var process = ChildProcess.start(WholeWriter.class, directory.toString(), Integer.toString(round));
            try (var output = process.inputReader(StandardCharsets.US_ASCII)) {
                assertThat(output.readLine()).isEqualTo("writing");
                int more = 1 + random.nextInt(60);
                for (int line = 0; line < more; line++) {
                    output.readLine();
                }
                process.toHandle().destroyForcibly();
            }
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            var sizes = kept().stream().filter(name -> name.contains("/"))
                    .collect(Collectors.groupingBy(name -> name.substring(0, name.indexOf('/')),
                            Collectors.counting()));
            assertThat(sizes).as("round %d", round).allSatisfy((_, size) -> assertThat(size).isEqualTo(TOGETHER));
        }
    }

    private List<String> kept() {
        try (var database = new H2Database(() -> directory)) {
            return new DocumentItemStore(database).items().stream().map(item -> ((Idc) item).name()).toList();
        }
    }

    /** Writes places from several threads for ever, and prints the name of each when it is acknowledged. */
    static final class Writer {
        private Writer() {}

        @SuppressWarnings("resource") // the process ends by being killed
        public static void main(String[] args) throws InterruptedException {
            var store = new DocumentItemStore(new H2Database(() -> Path.of(args[0])));
            var out = new FileOutputStream(FileDescriptor.out);
            var threads = new ArrayList<Thread>();
            for (int writer = 0; writer < WRITERS; writer++) {
                String prefix = "r%s-w%d-".formatted(args[1], writer);
                threads.add(Thread.ofVirtual().start(() -> write(store, prefix, out)));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }

        private static void write(DocumentItemStore store, String prefix, OutputStream out) {
            for (int n = 0; n < 1_000_000; n++) {
                Commits.save(store, new Idc(UUID.randomUUID(), 1, prefix + n));
                say(out, prefix + n);
            }
        }

        private static void say(OutputStream out, String line) {
            try {
                out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Writes change sets of many places beside small ones, so that flushes of these come in the middle of those. */
    static final class WholeWriter {
        private WholeWriter() {}

        @SuppressWarnings("resource") // the process ends by being killed
        public static void main(String[] args) throws InterruptedException {
            var store = new DocumentItemStore(new H2Database(() -> Path.of(args[0])));
            var out = new FileOutputStream(FileDescriptor.out);
            Writer.say(out, "writing");
            var large = Thread.ofVirtual().start(() -> {
                for (int set = 0; set < 1_000_000; set++) {
                    String name = "r%s-%d/".formatted(args[1], set);
                    Commits.save(store, IntStream.range(0, TOGETHER)
                            .mapToObj(n -> new Idc(UUID.randomUUID(), 1, name + n)).toArray(Idc[]::new));
                    Writer.say(out, name);
                }
            });
            for (int writer = 0; writer < WRITERS; writer++) {
                String prefix = "r%s-s%d-".formatted(args[1], writer);
                Thread.ofVirtual().start(() -> Writer.write(store, prefix, OutputStream.nullOutputStream()));
            }
            large.join();
        }
    }
}
