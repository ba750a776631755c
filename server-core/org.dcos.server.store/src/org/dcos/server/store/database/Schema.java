package org.dcos.server.store.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

import org.h2.jdbcx.JdbcDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a database file to the schema of this software, or refuses it. */
final class Schema {

    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

    private static final int KEPT_BACKUPS = 5;
    private static final int H2_FILE_LOCKED = 90020;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'")
            .withZone(ZoneOffset.UTC);

    private final Path dataDirectory;
    private final List<Migration> migrations;
    private final InstantSource clock;

    Schema(Path dataDirectory, List<Migration> migrations, InstantSource clock) {
        this.dataDirectory = dataDirectory;
        this.migrations = List.copyOf(migrations);
        this.clock = clock;
    }

    /** Returns the file, with every migration applied, closed. */
    DatabaseFile upToDate() throws DatabaseRefused {
        try {
            var file = DatabaseFile.in(dataDirectory);
            file.unfinished().delete();
            if (!file.exists()) {
                migrate(file, migrations);
                return file;
            }
            List<Migration> pending = pendingOf(file);
            if (!pending.isEmpty()) {
                LOG.info("Migrating the database {} to version {}", file.path(), newest());
                file.copyTo(file.unfinished());
                migrate(file, pending);
            }
            return file;
        } catch (IOException e) {
            throw new DatabaseRefused(
                    "The database folder %s cannot be written (%s). Check its owner and the free space."
                            .formatted(dataDirectory.resolve("db"), e.getMessage()),
                    e);
        }
    }

    private int newest() {
        return migrations.getLast().version();
    }

    /** Which steps the file lacks; it is backed up if there are any. */
    private List<Migration> pendingOf(DatabaseFile file) throws DatabaseRefused, IOException {
        try (var connection = connect(file)) {
            var applied = applied(connection);
            int version = applied.isEmpty() ? 0 : applied.lastKey();
            if (version > newest()) {
                throw new DatabaseRefused(("The database in %s has schema version %d, this DCOS knows up to %d: "
                        + "it was last used by a newer DCOS. Start that one, or restore a backup from %s.").formatted(
                                file.path().getParent(), version, newest(), backupFolder()));
            }
            for (Migration migration : migrations) {
                String checksum = applied.get(migration.version());
                if (checksum != null && !checksum.equals(migration.checksum())) {
                    throw new DatabaseRefused(
                            ("The database in %s was made by another build of DCOS: its schema step %d "
                                    + "(%s) is not ours. Start that build, or restore a backup from %s.").formatted(
                                            file.path().getParent(), migration.version(), migration.description(),
                                            backupFolder()));
                }
            }
            List<Migration> pending = migrations.stream().filter(m -> !applied.containsKey(m.version())).toList();
            if (!pending.isEmpty()) {
                backup(connection, version);
            }
            return pending;
        } catch (SQLException e) {
            throw unreadable(file, e);
        }
    }

    /** Runs the steps on the unfinished neighbour, which then takes the file's place. */
    private void migrate(DatabaseFile file, List<Migration> steps) throws DatabaseRefused, IOException {
        DatabaseFile unfinished = file.unfinished();
        try (var connection = connect(unfinished);
                var statement = connection.createStatement()) {
            statement.execute("""
                    create table if not exists schema_version (
                        version integer primary key,
                        description varchar(500) not null,
                        checksum char(64) not null,
                        applied_at timestamp(6) with time zone not null
                    )""");
            for (Migration step : steps) {
                statement.execute(step.sql());
                try (var row = connection.prepareStatement("insert into schema_version values (?, ?, ?, ?)")) {
                    row.setInt(1, step.version());
                    row.setString(2, step.description());
                    row.setString(3, step.checksum());
                    row.setTimestamp(4, Timestamp.from(clock.instant()));
                    row.executeUpdate();
                }
            }
            statement.execute("shutdown");
        } catch (SQLException e) {
            throw new DatabaseRefused(("The database in %s could not be brought to schema version %d (%s). "
                    + "It is unchanged; start the DCOS that was used before, and report this.").formatted(
                            file.path().getParent(), newest(), e.getMessage()),
                    e);
        }
        unfinished.replace(file);
    }

    private static TreeMap<Integer, String> applied(Connection connection) throws SQLException {
        var applied = new TreeMap<Integer, String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select version, checksum from schema_version")) {
            while (rows.next()) {
                applied.put(rows.getInt(1), rows.getString(2));
            }
        }
        return applied;
    }

    private void backup(Connection connection, int version) throws SQLException, IOException {
        Path folder = DatabaseFile.privateFolder(backupFolder());
        Instant now = clock.instant();
        Path archive = folder.resolve("dcos-%s-v%03d.zip".formatted(STAMP.format(now), version));
        Path part = folder.resolve(archive.getFileName() + ".part");
        try (var statement = connection.prepareStatement("backup to ?")) {
            statement.setString(1, part.toString());
            statement.execute();
        }
        Files.move(part, archive, StandardCopyOption.ATOMIC_MOVE);
        DatabaseFile.flushFolder(folder);
        LOG.info("The database as it was before the migration is in {}", archive);
        prune(folder);
    }

    private static void prune(Path folder) throws IOException {
        var archives = new ArrayList<Path>();
        try (var files = Files.newDirectoryStream(folder, "dcos-*.zip")) {
            files.forEach(archives::add);
        }
        archives.sort(Comparator.comparing(Path::getFileName)); // oldest first: the time leads the name
        for (Path old : archives.subList(0, Math.max(0, archives.size() - KEPT_BACKUPS))) {
            Files.delete(old);
        }
    }

    private Path backupFolder() {
        return dataDirectory.resolve("backup");
    }

    private static Connection connect(DatabaseFile file) throws SQLException {
        return dataSource(file).getConnection();
    }

    static JdbcDataSource dataSource(DatabaseFile file) {
        var source = new JdbcDataSource();
        source.setURL(file.url());
        source.setUser("dcos");
        source.setPassword("");
        return source;
    }

    private DatabaseRefused unreadable(DatabaseFile file, SQLException e) {
        if (e.getErrorCode() == H2_FILE_LOCKED) {
            return new DatabaseRefused("The database %s is open in another process. End that one first."
                    .formatted(file.path()), e);
        }
        return new DatabaseRefused(
                ("The database %s cannot be read (%s). Restore a backup: unpack the newest archive of %s "
                        + "into %s.").formatted(file.path(), e.getMessage(), backupFolder(), file.path().getParent()),
                e);
    }
}
