package org.dcos.tests.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A server-core process of the built product, as {@code ./dcos server} starts it. */
final class ServerProcess implements AutoCloseable {

    private static final String READY = "DCOS server-core ready at ";
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final Process process;
    private final String address;
    private final Path data;

    private ServerProcess(Process process, String address, Path data) {
        this.process = process;
        this.address = address;
        this.data = data;
    }

    static Path product() {
        return Path.of(System.getProperty("dcos.root"),
                "product/target/products/dcos-server/linux/gtk/x86_64/dcos-server");
    }

    /** Starts and waits for the line that says it is ready. @param listen {@code 127.0.0.1:0} takes any free port */
    static ServerProcess start(Path data, String listen) throws Exception {
        var process = launch(data, listen);
        var ready = new CompletableFuture<String>();
        Thread.ofVirtual().start(() -> follow(process.inputReader(), ready));
        try {
            return new ServerProcess(process, ready.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS), data);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            throw new AssertionError(
                    "the server was not ready within %s; its log: %s".formatted(START_LIMIT, log(data)), e);
        }
    }

    static Process launch(Path data, String listen) throws IOException {
        Files.createDirectories(data);
        Path launcher;
        try (Stream<Path> plugins = Files.list(product().resolve("plugins"))) {
            launcher = plugins.filter(jar -> jar.getFileName().toString().startsWith("org.eclipse.equinox.launcher_"))
                    .findFirst().orElseThrow(() -> new IOException("the server product is not built"));
        }
        return new ProcessBuilder(List.of(System.getProperty("java.home") + "/bin/java",
                "--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true", "-Xmx1g", "-XX:TieredStopAtLevel=1",
                "-jar", launcher.toString(), "-nosplash", "-configuration", data.resolve("configuration").toString(),
                "-data", data.resolve("workspace").toString(), "--data", data.toString(), "--listen", listen))
                        .redirectError(ProcessBuilder.Redirect.appendTo(data.resolve("stderr.log").toFile())).start();
    }

    private static void follow(BufferedReader out, CompletableFuture<String> ready) {
        try (out) {
            for (String line; (line = out.readLine()) != null;) {
                if (line.startsWith(READY)) {
                    ready.complete(line.substring(READY.length()).strip());
                }
            }
            ready.completeExceptionally(new AssertionError("the server ended before it was ready"));
        } catch (IOException e) {
            ready.completeExceptionally(new UncheckedIOException(e));
        }
    }

    private static String log(Path data) throws IOException {
        var file = data.resolve("stderr.log");
        return Files.exists(file) ? Files.readString(file) : "none";
    }

    Api api() throws Exception {
        return new Api(address, Files.readString(data.resolve("admin.token")).strip());
    }

    /** {@code https://127.0.0.1:40123}. */
    String address() {
        return address;
    }

    Optional<Integer> exitCode() {
        return process.isAlive() ? Optional.empty() : Optional.of(process.exitValue());
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        Ending.of(process, 20);
    }
}
