package org.dcos.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockedDirectoryTest {

    @TempDir private Path temp;

    @Test
    void creates_the_folder_for_its_owner_only() throws IOException {
        assumeTrue(temp.getFileSystem().supportedFileAttributeViews().contains("posix"));

        try (var directory = LockedDirectory.open(temp.resolve("a/b"))) {
            var permissions = Files.getPosixFilePermissions(directory.path());
            assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rwx------");
        }
    }

    @Test
    void is_refused_twice_in_one_process_and_the_first_keeps_its_lock() throws Exception {
        try (var first = LockedDirectory.open(temp)) {
            assertThatThrownBy(() -> LockedDirectory.open(temp)).isInstanceOf(DirectoryInUse.class)
                    .hasMessageContaining(temp.toRealPath().toString());

            assertThat(openedByAnotherProcess()).startsWith("in use")
                    .contains(Long.toString(ProcessHandle.current().pid()));
            assertThat(first.refusal()).isEmpty();
        }
    }

    @Test
    void is_free_again_after_closing() throws Exception {
        LockedDirectory.open(temp).close();

        assertThat(openedByAnotherProcess()).isEqualTo("opened");
        LockedDirectory.open(temp).close();
    }

    @Test
    void tells_that_a_file_is_no_folder() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");

        assertThatThrownBy(() -> LockedDirectory.open(file)).isInstanceOf(IOException.class)
                .hasMessageContaining("has to be a folder").hasMessageContaining("--data DIR");
    }

    @Test
    void keeps_the_first_refusal() throws IOException {
        try (var directory = LockedDirectory.open(temp)) {
            directory.refuse("first");
            directory.refuse("second");

            assertThat(directory.refusal()).contains("first");
        }
    }

    private String openedByAnotherProcess() throws Exception {
        Path told = temp.resolve("told");
        String classPath = pathOf(LockedDirectory.class) + File.pathSeparator + pathOf(OtherProcess.class);
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                classPath, OtherProcess.class.getName(), temp.toString(), told.toString()).inheritIO().start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return Files.readString(told);
    }

    private static Path pathOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** Opens the folder of its first argument and writes into the file of its second how that went. */
    static final class OtherProcess {
        private OtherProcess() {}

        public static void main(String[] args) throws IOException {
            String told;
            try (var _ = LockedDirectory.open(Path.of(args[0]))) {
                told = "opened";
            } catch (DirectoryInUse e) {
                told = "in use: " + e.getMessage();
            }
            Files.writeString(Path.of(args[1]), told);
        }
    }
}
