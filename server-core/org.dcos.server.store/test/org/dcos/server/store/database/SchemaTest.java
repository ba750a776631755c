package org.dcos.server.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {

    private static final Migration ONE = new Migration(1, "one",
            "create table t (id integer); insert into t values (1);");
    private static final Migration TWO = new Migration(2, "two",
            "alter table t add name varchar(9); insert into t values (2, 'b');");
    private static final Migration HALTS = new Migration(2, "halts",
            "alter table t add name varchar(9); create alias halt for '" + Halt.class.getName()
                    + ".now'; call halt();");

    private static final Item[] MOVED = {new Idc(new UUID(0, 1), 1, "上海 \"A\""),
        new Room(new UUID(0, 2), 2, new UUID(0, 1), "201"),
        new Rack(new UUID(0, 3), 3, new UUID(0, 2), "A", "A01", 42, OptionalInt.empty()),
        new Server(new UUID(0, 4), 4, "web", "007", Optional.empty(), "Dell", "R740", "",
                Optional.of(new Mounting(new UUID(0, 3), 10, 2, Face.REAR)), LifecycleState.ACTIVE),
        new Server(new UUID(0, 5), 5, "spare", "008", Optional.of("AT"), "", "", "ops", Optional.empty(),
                LifecycleState.PLANNED)};

    @TempDir private Path directory;

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void makes_a_new_database_with_every_step() throws Exception {
        var file = schema(ONE, TWO).upToDate();

        assertThat(texts(file, "select version from schema_version order by version")).containsExactly("1", "2");
        assertThat(texts(file, "select id from t order by id")).containsExactly("1", "2");
    }

    @Test
    void the_built_in_steps_apply() throws Exception {
        var file = new Schema(directory, Migration.all(), () -> now).upToDate();

        assertThat(texts(file, "select count(*) from item")).containsExactly("0");
    }

    @Test
    void records_kept_in_tables_of_their_own_become_documents() throws Exception {
        var rows = new Migration(2, "rows",
                """
                            insert into idc values ('00000000-0000-0000-0000-000000000001', 1, '上海 "A"');
                            insert into room values ('00000000-0000-0000-0000-000000000002', 2,
                                '00000000-0000-0000-0000-000000000001', '201');
                            insert into rack values ('00000000-0000-0000-0000-000000000003', 3,
                                '00000000-0000-0000-0000-000000000002', 'A', 'A01', 42, null);
                            insert into server values
                            ('00000000-0000-0000-0000-000000000004', 4, 'web', '007', null, 'Dell',
                        'R740',
                                '', '00000000-0000-0000-0000-000000000003', 10, 2, 'REAR', 'ACTIVE');
                            insert into server values
                            ('00000000-0000-0000-0000-000000000005', 5, 'spare', '008', 'AT', '',
                        '',
                                'ops', null, null, null, null, 'PLANNED');
                            """);
        var all = Migration.all();
        var steps = new java.util.ArrayList<>(List.of(all.getFirst(), rows));
        all.stream().skip(1).forEach(step -> steps.add(new Migration(step.version() + 10, step.description(),
                step.sql())));
        new Schema(directory, steps, () -> now).upToDate();

        try (var database = new H2Database(DatabaseFile.in(directory))) {
            assertThat(new org.dcos.server.store.cmdb.DocumentItemStore(database).items())
                    .containsExactlyInAnyOrder(MOVED);
        }
    }

    @Test
    void applies_only_what_is_missing() throws Exception {
        schema(ONE).upToDate();

        var file = schema(ONE, TWO).upToDate();

        assertThat(texts(file, "select id from t order by id")).containsExactly("1", "2");
    }

    @Test
    void refuses_a_newer_database_and_names_both_versions() throws Exception {
        schema(ONE, TWO).upToDate();

        assertThatThrownBy(() -> schema(ONE).upToDate()).isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("schema version 2").hasMessageContaining("knows up to 1");
    }

    @Test
    void refuses_a_database_whose_step_is_not_ours() throws Exception {
        schema(new Migration(1, "one", "create table other (id integer);")).upToDate();

        assertThatThrownBy(() -> schema(ONE).upToDate()).isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("another build").hasMessageContaining("step 1");
    }

    @Test
    void line_ends_do_not_change_a_step() {
        assertThat(new Migration(1, "one", "a;\r\nb;").checksum())
                .isEqualTo(new Migration(1, "one", "a;\nb;").checksum());
    }

    @Test
    void a_file_that_is_no_database_is_refused_with_the_way_back() throws Exception {
        Files.createDirectories(directory.resolve("db"));
        Files.write(directory.resolve("db/dcos.mv.db"), new byte[8192]);

        assertThatThrownBy(() -> schema(ONE).upToDate()).isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("dcos.mv.db").hasMessageContaining("Restore a backup");
    }

    @Test
    void backs_up_before_a_migration_and_keeps_five() throws Exception {
        var steps = IntStream.rangeClosed(1, 8)
                .mapToObj(v -> new Migration(v, "step", "create table t%d (id integer);".formatted(v))).toList();
        for (int upTo = 1; upTo <= steps.size(); upTo++) {
            now = now.plusSeconds(1);
            schema(steps.subList(0, upTo).toArray(Migration[]::new)).upToDate();
        }

        assertThat(directory.resolve("backup")).isDirectoryContaining(p -> p.toString().endsWith("-v007.zip"));
        try (var files = Files.list(directory.resolve("backup"))) {
            assertThat(files).hasSize(5).allMatch(p -> p.toString().endsWith(".zip"));
        }
    }

    @Test
    void a_backup_unpacked_into_the_folder_is_the_old_database() throws Exception {
        var file = schema(ONE).upToDate();
        schema(ONE, TWO).upToDate();

        Files.delete(file.path());
        unpack(onlyBackup(), file.path().getParent());

        assertThat(texts(schema(ONE).upToDate(), "select id from t")).containsExactly("1");
    }

    @Test
    void a_step_that_fails_leaves_the_database_as_it_was() throws Exception {
        schema(ONE).upToDate();
        var broken = new Migration(2, "broken", "alter table t add name varchar(9); no sql at all;");

        assertThatThrownBy(() -> schema(ONE, broken).upToDate()).isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("unchanged");

        assertThat(texts(schema(ONE, TWO).upToDate(), "select id from t order by id")).containsExactly("1", "2");
    }

    @Test
    void a_process_killed_in_the_middle_of_a_step_leaves_the_database_as_it_was() throws Exception {
        schema(ONE).upToDate();
        var process = ChildProcess.start(KilledWhileMigrating.class, directory.toString());

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(Halt.STATUS);
        assertThat(directory.resolve("db"))
                .isDirectoryContaining(p -> p.getFileName().toString().startsWith("dcos.migrating"));

        var file = schema(ONE, TWO).upToDate();
        assertThat(texts(file, "select id from t order by id")).containsExactly("1", "2");
        assertThat(directory.resolve("db"))
                .isDirectoryNotContaining(p -> p.getFileName().toString().startsWith("dcos.migrating"));
    }

    @Test
    void a_refusal_reaches_the_data_directory() throws Exception {
        Files.createDirectories(directory.resolve("db"));
        Files.write(directory.resolve("db/dcos.mv.db"), new byte[8192]);
        var told = new AtomicReference<String>();

        assertThatThrownBy(() -> new H2Database(new org.dcos.domain.settings.DataDirectory() {
            @Override
            public Path path() {
                return directory;
            }

            @Override
            public void refuse(String sentence) {
                told.set(sentence);
            }
        }).close()).isInstanceOf(IllegalStateException.class);

        assertThat(told.get()).contains("dcos.mv.db");
    }

    private Schema schema(Migration... steps) {
        return new Schema(directory, List.of(steps), () -> now);
    }

    private Path onlyBackup() throws IOException {
        try (var files = Files.list(directory.resolve("backup"))) {
            return files.findFirst().orElseThrow();
        }
    }

    private static void unpack(Path archive, Path folder) throws IOException {
        try (var zip = new java.util.zip.ZipFile(archive.toFile())) {
            for (var entry : zip.stream().toList()) {
                try (var in = zip.getInputStream(entry)) {
                    Files.copy(in, folder.resolve(Path.of(entry.getName()).getFileName()));
                }
            }
        }
    }

    private static List<String> texts(DatabaseFile file, String query) throws SQLException {
        var found = new java.util.ArrayList<String>();
        try (var connection = Schema.dataSource(file).getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** Ends the JVM at once, as a kill does; called from SQL. */
    public static final class Halt {
        static final int STATUS = 99;

        private Halt() {}

        public static void now() {
            Runtime.getRuntime().halt(STATUS);
        }
    }

    static final class KilledWhileMigrating {
        private KilledWhileMigrating() {}

        public static void main(String[] args) throws DatabaseRefused {
            new Schema(Path.of(args[0]), List.of(ONE, HALTS), InstantSource.system()).upToDate();
        }
    }
}
