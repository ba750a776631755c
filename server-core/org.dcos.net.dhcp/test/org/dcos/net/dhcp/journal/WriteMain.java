package org.dcos.net.dhcp.journal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Writes leases until it is killed and prints the address of each one that is on disk, with a semicolon at its end. */
public final class WriteMain {

    public static void main(String[] arguments) throws Exception {
        int first = Integer.parseInt(arguments[1]);
        try (var journal = LeaseJournal.open(Path.of(arguments[0]), Instant.EPOCH, 100_000)) {
            for (int i = 0;; i++) {
                var lease = LeaseJournalTest.lease(first + i % 5000);
                journal.write(List.of(lease), () -> {
                    System.out.print(lease.address().getHostAddress() + ";\n");
                    System.out.flush();
                });
            }
        }
    }
}
