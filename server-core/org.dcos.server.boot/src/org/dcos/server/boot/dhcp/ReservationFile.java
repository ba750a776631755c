package org.dcos.server.boot.dhcp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which MAC has which address by order, on disk when a call returns: a line for each order, {@code MAC ADDRESS}, or
 * {@code MAC -} for one that was taken back; the last one counts. A line that a crash cut off is not there. Not for
 * several threads at once.
 */
final class ReservationFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReservationFile.class);

    /** Lines that no longer count, after which the file is written anew when it is opened. */
    private static final int GARBAGE = 1_000;

    private static final String NONE = "-";

    private final Map<String, String> addresses;
    private final FileChannel channel;

    private ReservationFile(Map<String, String> addresses, FileChannel channel) {
        this.addresses = addresses;
        this.channel = channel;
    }

    static ReservationFile open(Path folder) throws IOException {
        Path file = Files.createDirectories(folder).resolve("reservations");
        var addresses = new TreeMap<String, String>();
        int lines = 0;
        if (Files.exists(file)) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            int whole = text.lastIndexOf('\n') + 1;
            for (String line : text.substring(0, whole).lines().toList()) {
                read(line, addresses);
                lines++;
            }
            if (whole < text.length() || lines > addresses.size() + GARBAGE) {
                rewrite(file, addresses);
            }
        }
        return new ReservationFile(addresses, FileChannel.open(file, StandardOpenOption.CREATE,
                StandardOpenOption.WRITE, StandardOpenOption.APPEND));
    }

    private static void read(String line, Map<String, String> addresses) {
        String[] words = line.split(" ");
        if (words.length != 2) {
            LOG.warn("a line of the DHCP reservations is not read, for it is damaged: {}", line);
        } else if (words[1].equals(NONE)) {
            addresses.remove(words[0]);
        } else {
            addresses.put(words[0], words[1]);
        }
    }

    private static void rewrite(Path file, Map<String, String> addresses) throws IOException {
        var text = new StringBuilder();
        addresses.forEach((mac, address) -> text.append(line(mac, address)));
        Path next = file.resolveSibling("reservations.new");
        try (var out = FileChannel.open(next, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            write(out, text.toString());
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String line(String mac, String address) {
        return "%s %s\n".formatted(mac, address);
    }

    private static void write(FileChannel out, String text) throws IOException {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
        out.force(false);
    }

    /** By MAC. */
    Map<String, String> addresses() {
        return new LinkedHashMap<>(addresses);
    }

    Optional<String> address(String mac) {
        return Optional.ofNullable(addresses.get(mac));
    }

    void put(String mac, String address) throws IOException {
        write(channel, line(mac, address));
        addresses.put(mac, address);
    }

    void remove(String mac) throws IOException {
        write(channel, line(mac, NONE));
        addresses.remove(mac);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
