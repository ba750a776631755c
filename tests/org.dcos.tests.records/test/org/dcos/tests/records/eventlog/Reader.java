package org.dcos.tests.records.eventlog;

import java.nio.file.Path;

/** Reads a log piece by piece in a process of its own, and prints a line after each, until it is killed. */
final class Reader {

    private Reader() {}

    /** @param args folder, address, port, user, password */
    public static void main(String[] args) throws Exception {
        try (var archive = new Archive(Path.of(args[0]), args[1], Integer.parseInt(args[2]), args[3], args[4])) {
            while (archive.readOn()) {
                System.out.println("read");
            }
            System.out.println("whole");
        }
    }
}
