package org.dcos.net.ipmi.client;

import java.util.concurrent.atomic.LongAdder;

/** The counters of one shard; written by its thread, read by any. */
final class Counters {

    final LongAdder sent = new LongAdder();
    final LongAdder received = new LongAdder();
    final LongAdder resent = new LongAdder();
    final LongAdder malformed = new LongAdder();
    final LongAdder unexpected = new LongAdder();
    final LongAdder replayed = new LongAdder();
    final LongAdder sessionsOpened = new LongAdder();
    final LongAdder silent = new LongAdder();

    ClientStatistics snapshot() {
        return new ClientStatistics(sent.sum(), received.sum(), resent.sum(), malformed.sum(), unexpected.sum(),
                replayed.sum(), sessionsOpened.sum(), silent.sum());
    }
}
