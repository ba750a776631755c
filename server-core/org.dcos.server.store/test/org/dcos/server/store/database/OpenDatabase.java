package org.dcos.server.store.database;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test with a real database of its own. */
public abstract class OpenDatabase {

    @TempDir protected Path directory;
    protected H2Database database;

    @BeforeEach
    void open() {
        database = new H2Database(() -> directory);
    }

    @AfterEach
    void close() {
        database.close();
    }

    protected void reopen() {
        close();
        open();
    }
}
