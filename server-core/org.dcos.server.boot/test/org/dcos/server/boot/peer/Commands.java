package org.dcos.server.boot.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Programs of the system. */
public final class Commands {

    /** What a program printed, both streams, and its exit code. */
    public record Output(int code, List<String> lines) {}

    /** Runs to the end, whatever the exit code is. */
    public static Output run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Output(process.waitFor(), text.lines().toList());
    }

    /** Runs to the end; an exit code other than 0 is an error. Words are parted by blanks. */
    public static void require(String command) throws IOException, InterruptedException {
        var output = run(command.split(" "));
        if (output.code() != 0) {
            throw new IOException("%s: %s".formatted(command, output.lines()));
        }
    }

    /** Skips the test where the program is not there. */
    public static void assumeInstalled(String program, String debianPackage) {
        Assumptions.assumeTrue(Stream.of("/usr/bin", "/usr/sbin", "/bin", "/sbin")
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))),
                "%s is not installed: apt install %s, then this test runs".formatted(program, debianPackage));
    }

    private Commands() {}
}
