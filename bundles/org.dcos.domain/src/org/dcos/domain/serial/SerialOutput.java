package org.dcos.domain.serial;

import java.util.Arrays;

/**
 * What a server wrote.
 *
 * @param from  where {@code bytes} begin, counted from the opening; later than asked for when older ones are gone
 * @param bytes empty when nothing was written while one waited
 */
public record SerialOutput(SerialConsole console, long from, byte[] bytes) {

    public SerialOutput {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Where the next ones begin. */
    public long next() {
        return from + bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SerialOutput(var itsConsole, long itsFrom, byte[] itsBytes)
                && itsConsole.equals(console) && itsFrom == from && Arrays.equals(itsBytes, bytes);
    }

    @Override
    public int hashCode() {
        return 31 * console.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "SerialOutput[%s, %d bytes from %d]".formatted(console.serverName(), bytes.length, from);
    }
}
