package org.dcos.server.monitor;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

import org.dcos.server.monitor.StatusBook.Known;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last known statuses on disk, so that after a restart they come back with their age. Replaced as a whole; content:
 * {@code DCOSSTA1}, number of servers, each as {@link KnownCodec} writes it, CRC-32C over all before.
 */
final class StatusFile {

    private static final Logger LOG = LoggerFactory.getLogger(StatusFile.class);
    private static final long MAGIC = 0x44434F5353544131L;

    private final Path file;

    StatusFile(Path folder) {
        file = folder.resolve("last-known.bin");
    }

    /** Empty when there is no file, or it is damaged: the next polls bring all again. */
    List<Known> read() throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException _) {
            return List.of();
        }
        try {
            return decode(bytes);
        } catch (IOException | RuntimeException e) {
            LOG.warn("The last known states in {} are damaged and left out; the next polls bring them again. ({})",
                    file,
                    e.getMessage());
            return List.of();
        }
    }

    private static List<Known> decode(byte[] bytes) throws IOException {
        int sumAt = bytes.length - Integer.BYTES;
        if (sumAt < Long.BYTES || ByteBuffer.wrap(bytes).getInt(sumAt) != checksum(bytes, sumAt)) {
            throw new IOException("wrong checksum");
        }
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes, 0, sumAt))) {
            if (in.readLong() != MAGIC) {
                throw new IOException("written by another version");
            }
            var codec = new KnownCodec();
            int count = in.readInt();
            var all = new ArrayList<Known>();
            while (all.size() < count) {
                all.add(codec.read(in));
            }
            return all;
        }
    }

    /** On disk when this returns; a crash leaves the old or the new content. */
    void write(List<Known> all) throws IOException {
        var buffer = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(buffer)) {
            out.writeLong(MAGIC);
            out.writeInt(all.size());
            var codec = new KnownCodec();
            for (var known : all) {
                codec.write(known, out);
            }
            out.writeInt(checksum(buffer.toByteArray(), buffer.size()));
        }
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try (var channel = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            for (var bytes = ByteBuffer.wrap(buffer.toByteArray()); bytes.hasRemaining();) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static int checksum(byte[] bytes, int length) {
        var sum = new CRC32C();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }
}
