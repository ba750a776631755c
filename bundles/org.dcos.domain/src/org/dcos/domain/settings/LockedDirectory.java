package org.dcos.domain.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

import org.dcos.domain.Secret;

/**
 * The data directory, held by this process as long as this is open. Who starts a server-core opens it before anything
 * else, registers it as the {@link DataDirectory} service, and closes it after everything else. The lock is one of the
 * operating system, on {@code dcos.lock}: it ends with the process, however that ends.
 */
public final class LockedDirectory implements DataDirectory, AutoCloseable {

    private static final String LOCK_FILE = "dcos.lock";

    /** One byte far behind the text: where locks are mandatory (Windows) the process number stays readable. */
    private static final long LOCKED_BYTE = 1L << 40;

    private static final int LONGEST_NUMBER = 20;
    private static final String CHOOSE_ANOTHER = "Choose another with --data DIR.";

    /**
     * Folders held in this JVM. A POSIX lock is lost as soon as its process closes any other handle of the file, so a
     * second opening has to be refused before the file is touched.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;
    private final AtomicReference<String> refusal = new AtomicReference<>();
    private final AtomicReference<Secret> passphrase = new AtomicReference<>();

    private LockedDirectory(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Creates the folder where it is missing (for its owner only), and locks it.
     *
     * @throws DirectoryInUse when a server-core works in it already
     * @throws IOException    when it cannot be created or written; the message is a sentence for the operator
     */
    public static LockedDirectory open(Path directory) throws IOException {
        Path path = created(directory.toAbsolutePath().normalize());
        if (!HELD.add(path)) {
            throw new DirectoryInUse("The data directory %s is in use by this process (%d) already."
                    .formatted(path, ProcessHandle.current().pid()));
        }
        LockedDirectory opened = null;
        try {
            opened = locked(path);
            return opened;
        } finally {
            if (opened == null) {
                HELD.remove(path);
            }
        }
    }

    @Override
    public Path path() {
        return path;
    }

    /** Keeps what opens the vault, in memory only, until this is closed. */
    public void unlock(Secret with) {
        passphrase.set(with);
    }

    @Override
    public Optional<Secret> passphrase() {
        return Optional.ofNullable(passphrase.get());
    }

    @Override
    public void refuse(String sentence) {
        refusal.compareAndSet(null, sentence);
    }

    /** The first sentence given to {@link #refuse}: why the server-core will not get ready in this folder. */
    public Optional<String> refusal() {
        return Optional.ofNullable(refusal.get());
    }

    /** Gives the folder free. */
    @Override
    public void close() throws IOException {
        passphrase.set(null);
        try (channel) {
            channel.truncate(0);
            lock.release();
        } finally {
            HELD.remove(path);
        }
    }

    private static Path created(Path path) throws IOException {
        try {
            boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            return Files.createDirectories(path, posix ? new FileAttribute<?>[] {ownerOnly} : new FileAttribute<?>[0])
                    .toRealPath();
        } catch (FileAlreadyExistsException e) {
            throw new IOException("%s is a file; the data directory has to be a folder. %s"
                    .formatted(e.getFile(), CHOOSE_ANOTHER), e);
        } catch (AccessDeniedException e) {
            throw new IOException("The data directory %s cannot be created: user %s may not write there. %s"
                    .formatted(path, System.getProperty("user.name"), CHOOSE_ANOTHER), e);
        } catch (IOException e) {
            throw new IOException("The data directory %s cannot be created (%s). %s"
                    .formatted(path, e.getMessage(), CHOOSE_ANOTHER), e);
        }
    }

    private static LockedDirectory locked(Path path) throws IOException {
        Path file = path.resolve(LOCK_FILE);
        FileChannel channel;
        try {
            channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE));
        } catch (AccessDeniedException | NoSuchFileException e) {
            throw new IOException("User %s may not write in the data directory %s. Change its owner. %s"
                    .formatted(System.getProperty("user.name"), path, CHOOSE_ANOTHER), e);
        } catch (IOException e) {
            throw new IOException("The data directory %s cannot be written (%s). %s"
                    .formatted(path, e.getMessage(), CHOOSE_ANOTHER), e);
        }
        FileLock lock = null;
        try {
            lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw new DirectoryInUse("The data directory %s is in use by another server-core (process %s). %s"
                        .formatted(path, holder(channel), "Stop it, or choose another with --data DIR."));
            }
            channel.truncate(0);
            String number = ProcessHandle.current().pid() + "\n";
            channel.write(ByteBuffer.wrap(number.getBytes(StandardCharsets.US_ASCII)), 0);
            return new LockedDirectory(path, channel, lock);
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(LONGEST_NUMBER);
        channel.read(bytes, 0);
        String number = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip();
        return number.matches("[0-9]+") ? number : "unknown";
    }
}
