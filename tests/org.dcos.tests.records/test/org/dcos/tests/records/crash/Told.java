package org.dcos.tests.records.crash;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A line that the worker tells about how far a work is, at once and unbuffered.
 *
 * @param text what comes with the word; may be empty
 */
record Told(Works works, Word word, String text) {

    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);
    private static final int PARTS = 3;

    /** What is told. */
    enum Word {
        /** An operation begins; its name. */
        BEGIN,
        /** What is decided goes to the store now; the fingerprint of all that is recorded when it is there. */
        WRITE,
        /** The transaction is committed, but the disk may not have it. */
        WRITTEN,
        /** The operation has returned. */
        DONE,
        /** Before a relocation begins: the fingerprint of what taking it back has to lead to. */
        BEFORE
    }

    static Optional<Told> parse(String line) {
        String[] parts = line.split(" ", PARTS);
        return parts.length < PARTS ? Optional.empty() // what the process says when it cannot start
                : Optional.of(new Told(Works.valueOf(parts[0]), Word.valueOf(parts[1]), parts[2]));
    }

    static void tell(Works works, Word word, String text) {
        try {
            OUT.write("%s %s %s\n".formatted(works, word, text).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
