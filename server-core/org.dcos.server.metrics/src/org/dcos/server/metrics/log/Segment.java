package org.dcos.server.metrics.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file of the log: 8 bytes {@code DCOSLOG1}, then records, each with its length (4 bytes), the CRC-32C of its
 * content (4 bytes) and its content.
 *
 * @param number ascending with age
 */
record Segment(long number, Path file) {

    /** No record is longer; a length beyond it is damage. */
    static final int LONGEST_RECORD = 16 << 20;

    static final int RECORD_HEADER = 2 * Integer.BYTES;

    private static final Logger LOG = LoggerFactory.getLogger(Segment.class);
    private static final byte[] MAGIC = {'D', 'C', 'O', 'S', 'L', 'O', 'G', '1'};
    private static final Pattern NAME = Pattern.compile("(\\d{16})\\.log");

    static Segment of(Path folder, long number) {
        return new Segment(number, folder.resolve("%016d.log".formatted(number)));
    }

    /** Those in the folder, the oldest first. */
    static List<Segment> all(Path folder) throws IOException {
        var segments = new ArrayList<Segment>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                var name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    segments.add(new Segment(Long.parseLong(name.group(1)), file));
                }
            }
        }
        segments.sort((a, b) -> Long.compare(a.number, b.number));
        return segments;
    }

    /** Makes the file, on disk with its name when this returns. The caller closes the channel. */
    FileChannel create() throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            write(channel, ByteBuffer.wrap(MAGIC));
            channel.force(true);
            forceFolder(file.getParent());
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** A file's name is on disk once its folder is; where a folder cannot be opened (Windows) the system sees to it. */
    private static void forceFolder(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            LOG.debug("Folder {} cannot be forced to disk here", folder, e);
        }
    }

    /**
     * Hands every whole record to the reader, in order. A tail that is torn, as a crash in the middle of a write leaves
     * it, is cut off with a line in the log.
     *
     * @return records read
     */
    long replay(Consumer<ByteBuffer> reader) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long size = channel.size();
            long records = 0;
            long end = readMagic(channel) ? MAGIC.length : 0;
            if (end > 0) {
                for (ByteBuffer record; (record = readRecord(channel, end, size)) != null; records++) {
                    end += RECORD_HEADER + record.remaining();
                    reader.accept(record);
                }
            }
            if (end < size) {
                LOG.warn("Metric log {} ends in {} bytes that are no whole record, as a crash leaves them; cut there,"
                        + " after {} records", file, size - end, records);
                channel.truncate(end);
                channel.force(true);
            }
            return records;
        }
    }

    private static boolean readMagic(FileChannel channel) throws IOException {
        var magic = ByteBuffer.allocate(MAGIC.length);
        return readFully(channel, magic, 0) && magic.equals(ByteBuffer.wrap(MAGIC));
    }

    /** @return null where no whole record is */
    private static ByteBuffer readRecord(FileChannel channel, long position, long size) throws IOException {
        if (position + RECORD_HEADER > size) {
            return null;
        }
        var header = ByteBuffer.allocate(RECORD_HEADER);
        readFully(channel, header, position);
        int length = header.getInt();
        if (length <= 0 || length > LONGEST_RECORD || position + RECORD_HEADER + length > size) {
            return null;
        }
        var content = ByteBuffer.allocate(length);
        readFully(channel, content, position + RECORD_HEADER);
        return checksum(content) == header.getInt() ? content : null;
    }

    private static boolean readFully(FileChannel channel, ByteBuffer into, long position) throws IOException {
        long at = position;
        while (into.hasRemaining()) {
            int read = channel.read(into, at);
            if (read < 0) {
                return false;
            }
            at += read;
        }
        into.flip();
        return true;
    }

    /** Of the bytes between position and limit, which stay. */
    static int checksum(ByteBuffer content) {
        var sum = new CRC32C();
        sum.update(content.duplicate());
        return (int) sum.getValue();
    }
}
