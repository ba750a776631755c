package org.dcos.server.oob.serial;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.dcos.domain.bmc.BmcSol;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.serial.SerialConsole;
import org.dcos.domain.serial.SerialOutput;

/** A console with all who watch it. Any thread. */
final class OpenConsole implements BmcSol.Listener {

    private static final int MOST_AT_ONCE = 64 << 10;

    private final UUID id = UUID.randomUUID();
    private final Server server;
    private final Instant opened;
    private final String openedBy;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Scrollback scrollback = new Scrollback();
    private Optional<String> writer;
    private Optional<String> ended = Optional.empty();
    private Optional<BmcSol.Line> line = Optional.empty();
    private Instant watched;

    OpenConsole(Server server, String openedBy, InstantSource clock) {
        this.server = server;
        this.openedBy = openedBy;
        this.clock = clock;
        this.opened = clock.instant();
        this.watched = opened;
        this.writer = Optional.of(openedBy);
    }

    UUID id() {
        return id;
    }

    UUID server() {
        return server.id();
    }

    Instant opened() {
        return opened;
    }

    /** Its line to the BMC; one that comes after the end is closed. */
    void over(BmcSol.Line open) {
        boolean late;
        lock.lock();
        try {
            late = ended.isPresent();
            line = late ? Optional.empty() : Optional.of(open);
        } finally {
            lock.unlock();
        }
        if (late) {
            open.close();
        }
    }

    Optional<BmcSol.Line> line() {
        lock.lock();
        try {
            watched = clock.instant();
            return line;
        } finally {
            lock.unlock();
        }
    }

    SerialConsole told() {
        lock.lock();
        try {
            return new SerialConsole(id, server.id(), server.name(), opened, openedBy, writer, ended,
                    scrollback.written());
        } finally {
            lock.unlock();
        }
    }

    boolean open() {
        lock.lock();
        try {
            return ended.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    boolean idleSince(Instant moment) {
        lock.lock();
        try {
            return watched.isBefore(moment);
        } finally {
            lock.unlock();
        }
    }

    boolean writes(String who) {
        lock.lock();
        try {
            return writer.filter(who::equals).isPresent();
        } finally {
            lock.unlock();
        }
    }

    /** @return false when somebody else holds the pen */
    boolean claim(String who, boolean takeAway) {
        lock.lock();
        try {
            if (!takeAway && writer.filter(other -> !other.equals(who)).isPresent()) {
                return false;
            }
            writer = Optional.of(who);
            news.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    void release(String who) {
        lock.lock();
        try {
            writer = writer.filter(other -> !other.equals(who));
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    SerialOutput output(long from, Duration wait) throws InterruptedException {
        lock.lock();
        try {
            watched = clock.instant();
            long left = wait.toNanos();
            var before = writer;
            while (left > 0 && scrollback.written() <= from && ended.isEmpty() && writer.equals(before)) {
                left = news.awaitNanos(left);
            }
            watched = clock.instant();
            long start = Math.clamp(from, scrollback.oldest(), scrollback.written());
            return new SerialOutput(new SerialConsole(id, server.id(), server.name(), opened, openedBy, writer, ended,
                    scrollback.written()), start, scrollback.from(start, MOST_AT_ONCE));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void received(byte[] bytes) {
        lock.lock();
        try {
            scrollback.add(bytes);
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void ended(String why) {
        end(why);
    }

    /** Closes the line and tells all who watch. */
    void end(String why) {
        Optional<BmcSol.Line> open;
        lock.lock();
        try {
            if (ended.isEmpty()) {
                ended = Optional.of(why);
                watched = clock.instant();
            }
            open = line;
            line = Optional.empty();
            news.signalAll();
        } finally {
            lock.unlock();
        }
        open.ifPresent(BmcSol.Line::close);
    }
}
