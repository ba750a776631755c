package org.dcos.net.dhcp.journal;

import java.io.IOException;
import java.net.Inet4Address;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dcos.net.dhcp.lease.Lease;

/**
 * The file of a journal: records one after the other, of which the last of each address counts. It is read as a whole,
 * appended to, and replaced as a whole by a new one when most of it no longer counts.
 */
final class JournalFile implements AutoCloseable {

    static final String NAME = "leases.journal";

    private static final byte[] HEADER = "DCOS DHCP leases 1\n".getBytes(StandardCharsets.US_ASCII);

    private final Path file;
    private FileChannel channel;

    private JournalFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** What a file held. */
    record Opened(JournalFile file, Map<Inet4Address, Lease> leases, Recovery recovery) {}

    /**
     * Records in the octets of a file.
     *
     * @param lost   octets that are no whole record
     * @param inside those of them that another record comes after
     */
    record Content(Map<Inet4Address, Lease> leases, long lost, long inside) {}

    /** @param forgetBefore leases that ended before are left out */
    static Opened open(Path folder, Instant forgetBefore) throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve(NAME);
        var content = read(Files.exists(file) ? Files.readAllBytes(file) : HEADER);
        var aside = content.inside > 0 ? Optional.of(folder.resolve(NAME + ".damaged")) : Optional.<Path>empty();
        if (aside.isPresent()) {
            Files.copy(file, aside.get(), StandardCopyOption.REPLACE_EXISTING);
        }
        var leases = content.leases;
        leases.values().removeIf(it -> it.until().isBefore(forgetBefore));
        var opened = new JournalFile(file, replace(file, leases.values().stream().map(LeaseRecord::encode).toList()));
        return new Opened(opened, leases, new Recovery(leases.size(), content.lost, aside));
    }

    /** Whole records, wherever they are: behind damage the next one is looked for. */
    static Content read(byte[] octets) throws IOException {
        var leases = new LinkedHashMap<Inet4Address, Lease>();
        int header = Math.min(octets.length, HEADER.length);
        int at = Arrays.equals(octets, 0, header, HEADER, 0, header) ? header : 0;
        long lost = 0;
        long inside = 0;
        while (at < octets.length) {
            int length = LeaseRecord.length(octets, at);
            if (length > 0) {
                var lease = LeaseRecord.decode(octets, at, length);
                leases.remove(lease.address());
                leases.put(lease.address(), lease);
                at += length;
                inside = lost;
            } else {
                at++;
                lost++;
            }
        }
        return new Content(leases, lost, inside);
    }

    /** Octets of it. */
    long size() throws IOException {
        return channel.position();
    }

    /** On disk when this returns. */
    void append(List<byte[]> records) throws IOException {
        write(channel, records);
        channel.force(false);
    }

    /** These records instead of all there are: on disk when this returns, and never neither of both. */
    void replace(Collection<byte[]> records) throws IOException {
        var old = channel;
        channel = replace(file, records);
        old.close();
    }

    private static FileChannel replace(Path file, Collection<byte[]> records) throws IOException {
        var next = file.resolveSibling(NAME + ".new");
        var channel = FileChannel.open(next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        try {
            var all = new ArrayList<byte[]>(records.size() + 1);
            all.add(HEADER);
            all.addAll(records);
            write(channel, all);
            channel.force(true);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceName(file.toAbsolutePath().getParent());
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** The new name too has to outlive a loss of power; a file system where folders cannot be opened sees to it. */
    private static void forceName(Path folder) throws IOException {
        if (!System.getProperty("os.name", "").startsWith("Windows")) {
            try (var opened = FileChannel.open(folder, StandardOpenOption.READ)) {
                opened.force(true);
            }
        }
    }

    private static void write(FileChannel channel, List<byte[]> records) throws IOException {
        var out = ByteBuffer.allocate(records.stream().mapToInt(it -> it.length).sum());
        records.forEach(out::put);
        out.flip();
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
