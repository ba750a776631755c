package org.dcos.server.store.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The H2 file and its neighbours: names, copies that are on disk when they are there, URLs. */
final class DatabaseFile {

    private static final String ENDING = ".mv.db";
    private static final String UNFINISHED = "dcos.migrating";

    private final Path folder;
    private final String name;

    private DatabaseFile(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** The database of a data directory, in {@code DIR/db}, a folder for its owner only. */
    static DatabaseFile in(Path dataDirectory) throws IOException {
        return new DatabaseFile(privateFolder(dataDirectory.resolve("db")), "dcos");
    }

    /** Where the next version of the file is prepared. */
    DatabaseFile unfinished() {
        return new DatabaseFile(folder, UNFINISHED);
    }

    Path path() {
        return folder.resolve(name + ENDING);
    }

    boolean exists() {
        return Files.exists(path());
    }

    /**
     * The address for JDBC. DB_CLOSE_ON_EXIT: we close it ourselves, a shutdown hook of H2 would be too early.
     * RETENTION_TIME: milliseconds that a freed part of the file is left alone; H2's default of 45 s is for files that
     * nobody flushes, ours are flushed with every write. WRITE_DELAY: H2 stores nothing by itself, see
     * {@link Housekeeping}. TRACE_LEVEL_FILE: no trace file, errors come as exceptions.
     */
    String url() {
        String path = folder.resolve(name).toString().replace('\\', '/').replace(";", "\\;");
        return "jdbc:h2:file:" + path
                + ";DB_CLOSE_ON_EXIT=FALSE;RETENTION_TIME=5000;WRITE_DELAY=0;TRACE_LEVEL_FILE=0;LOCK_TIMEOUT=20000";
    }

    /** Removes this file and what H2 puts beside it. */
    void delete() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, name + ".*")) {
            for (Path file : files) {
                if (!UNFINISHED.equals(name) && file.getFileName().toString().startsWith(UNFINISHED + ".")) {
                    continue;
                }
                Files.delete(file);
            }
        }
    }

    void copyTo(DatabaseFile target) throws IOException {
        Files.copy(path(), target.path(), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Takes the place of the other in one step; on disk when this returns. */
    void replace(DatabaseFile other) throws IOException {
        try (var channel = FileChannel.open(path(), StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(path(), other.path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        flushFolder(folder);
    }

    /** Makes a new name in the folder survive a power failure; not every system can, and those need not. */
    static void flushFolder(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            return; // Windows opens no folders
        }
    }

    static Path privateFolder(Path path) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return Files.createDirectories(path);
        }
        var permissions = PosixFilePermissions.fromString("rwx------");
        FileAttribute<?> ownerOnly = PosixFilePermissions.asFileAttribute(permissions);
        Files.createDirectories(path, ownerOnly);
        return path;
    }
}
