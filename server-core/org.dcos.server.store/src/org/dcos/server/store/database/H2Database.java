package org.dcos.server.store.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

import org.dcos.domain.settings.DataDirectory;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;

/**
 * The embedded database, open. Reads run side by side, writes one after the other, all of them on threads of the
 * database, see the package. Thread-safe. Work must not call back into the database.
 */
@Component(service = H2Database.class)
public final class H2Database implements AutoCloseable {

    /** Threads and connections; a read of all 10,000 servers takes one for a fraction of a second. */
    private static final int CONNECTIONS = 8;

    /** How long closing waits for work under way. */
    private static final Duration LONGEST_END = Duration.ofSeconds(30);

    /** Work in one transaction. Every exception that leaves it rolls the transaction back. */
    @FunctionalInterface
    public interface Work<T, X extends Exception> {
        T in(EntityManager entities) throws X;
    }

    /** Plain SQL. */
    @FunctionalInterface
    public interface SqlWork<T> {
        T with(Connection connection) throws SQLException;
    }

    private final HikariDataSource connections;
    private final EntityManagerFactory factory;
    private final ExecutorService threads;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final GroupSync disk = new GroupSync(writing, () -> onDatabaseThread(this::flush));
    private final Housekeeping housekeeping = new Housekeeping();

    /**
     * Opens the database below the folder, creating or migrating it where needed. A database that cannot be used is
     * told to {@link DataDirectory#refuse}.
     *
     * @throws IllegalStateException with the same sentence
     */
    @Activate
    public H2Database(@Reference DataDirectory directory) {
        this(prepared(directory));
    }

    /** @param file at the newest schema */
    H2Database(DatabaseFile file) {
        var config = new HikariConfig();
        config.setDataSource(Schema.dataSource(file));
        config.setPoolName("dcos-database");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        connections = new HikariDataSource(config);
        factory = new PersistenceProvider().createEntityManagerFactory("dcos", Map.of(
                PersistenceUnitProperties.SESSION_NAME, "dcos-" + UUID.randomUUID(), // else two share one
                PersistenceUnitProperties.CLASSLOADER, H2Database.class.getClassLoader(),
                PersistenceUnitProperties.NON_JTA_DATASOURCE, connections,
                PersistenceUnitProperties.WEAVING, "static",
                PersistenceUnitProperties.TARGET_DATABASE, "org.eclipse.persistence.platform.database.H2Platform",
                PersistenceUnitProperties.CACHE_SHARED_DEFAULT, "false",
                PersistenceUnitProperties.BATCH_WRITING, "JDBC",
                PersistenceUnitProperties.BATCH_WRITING_SIZE, "500",
                PersistenceUnitProperties.LOGGING_LEVEL, "OFF")); // what goes wrong comes as an exception
        if (factory.getMetamodel().getEntities().isEmpty()) { // it passes over classes that its ASM cannot read
            throw new IllegalStateException("EclipseLink sees none of the entities");
        }
        threads = Executors.newFixedThreadPool(CONNECTIONS,
                Thread.ofPlatform().daemon().name("database-", 0).factory());
    }

    private static DatabaseFile prepared(DataDirectory directory) {
        try {
            return prepared(directory.path(), Migration.all());
        } catch (DatabaseRefused e) {
            directory.refuse(e.getMessage());
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    static DatabaseFile prepared(Path directory, List<Migration> migrations) throws DatabaseRefused {
        return new Schema(directory, migrations, InstantSource.system()).upToDate();
    }

    /** Reads what is committed. */
    public <T> T read(Function<EntityManager, T> query) {
        return onDatabaseThread(() -> {
            try (var entities = factory.createEntityManager()) {
                return query.apply(entities);
            }
        });
    }

    /** Reads by plain SQL what is committed. */
    public <T> T readSql(SqlWork<T> query) {
        return this.<T, RuntimeException>onDatabaseThread(() -> {
            try (var connection = connections.getConnection()) {
                return query.with(connection);
            }
        });
    }

    /** Runs plain SQL within the transaction of the entities. Called in a {@link Work}. */
    public <T> T sql(EntityManager entities, SqlWork<T> work) {
        try {
            return work.with(entities.unwrap(Connection.class));
        } catch (SQLException e) {
            throw new IllegalStateException("The database refused: " + e.getMessage(), e);
        }
    }

    /** Runs the work in one transaction that is on disk when this returns. */
    public <T, X extends Exception> T write(Work<T, X> work) throws X {
        T result = commit(work);
        disk.await();
        return result;
    }

    /** Runs the work in one transaction that is committed when this returns, and on disk after {@link #awaitDisk}. */
    public <T, X extends Exception> T commit(Work<T, X> work) throws X {
        writing.lock();
        try {
            return this.<T, X>onDatabaseThread(() -> inTransaction(work));
        } finally {
            writing.unlock();
        }
    }

    /** Returns when all that was committed before the call is on disk. */
    public void awaitDisk() {
        disk.await();
    }

    @Deactivate
    @Override
    public void close() {
        threads.shutdown();
        try {
            threads.awaitTermination(LONGEST_END.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        if (factory.isOpen()) {
            factory.close();
        }
        connections.close();
    }

    private <T, X extends Exception> T inTransaction(Work<T, X> work) throws X {
        try (var entities = factory.createEntityManager()) {
            var transaction = entities.getTransaction();
            transaction.begin();
            try {
                T result = work.in(entities);
                transaction.commit();
                return result;
            } finally {
                if (transaction.isActive()) {
                    transaction.rollback();
                }
            }
        }
    }

    private Void flush() throws SQLException {
        try (var connection = connections.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
            housekeeping.afterFlush(statement);
            return null;
        }
    }

    /** Waits without being interruptible: whoever is told of a write has to know how it ended. */
    private <T, X extends Exception> T onDatabaseThread(Callable<T> work) throws X {
        Future<T> outcome = threads.submit(work);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return outcome.get();
                } catch (InterruptedException _) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw H2Database.<X>thrown(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What the work threw, as the caller sees it: X is all that is checked in it, besides our own SQLException. */
    @SuppressWarnings("unchecked")
    private static <X extends Exception> X thrown(Throwable cause) {
        switch (cause) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case SQLException e -> throw new IllegalStateException("The database failed: " + e.getMessage(), e);
            default -> {
                return (X) cause;
            }
        }
    }
}
