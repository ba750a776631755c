package org.dcos.tests.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server-core process of the built product, as {@code ./dcos server} starts it. */
public final class ServerProcess implements AutoCloseable {

    private static final String READY = "DCOS server-core ready at ";
    private static final Pattern FINGERPRINT = Pattern.compile("fingerprint of the certificate ([0-9A-F:]+)");
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
    public static ServerProcess start(Path data, String listen) throws Exception {
        return start(List.of(), data, listen);
    }

    /** In a network namespace. */
    public static ServerProcess start(NetworkSpace space, Path data, String listen) throws Exception {
        return start(space.inside(), data, listen);
    }

    private static ServerProcess start(List<String> inside, Path data, String listen) throws Exception {
        var process = launch(inside, data, listen);
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

    private static Process launch(List<String> inside, Path data, String listen) throws IOException {
        Files.createDirectories(data);
        Path launcher;
        try (Stream<Path> plugins = Files.list(product().resolve("plugins"))) {
            launcher = plugins.filter(jar -> jar.getFileName().toString().startsWith("org.eclipse.equinox.launcher_"))
                    .findFirst().orElseThrow(() -> new IOException("the server product is not built"));
        }
        var command = new ArrayList<>(inside);
        command.addAll(List.of(System.getProperty("java.home") + "/bin/java",
                "--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true", "-Xmx1g", "-XX:TieredStopAtLevel=1",
                "-jar", launcher.toString(), "-nosplash", "-configuration", data.resolve("configuration").toString(),
                "-data", data.resolve("workspace").toString(), "--data", data.toString(), "--listen", listen));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(data.resolve("stderr.log").toFile())).start();
    }

    /** SHA-256 of its certificate, as its log tells it. */
    public String fingerprint() throws IOException {
        return FINGERPRINT.matcher(log(data)).results().map(found -> found.group(1)).reduce((_, last) -> last)
                .orElseThrow(() -> new IOException("the log tells no fingerprint"));
    }

    /** {@code 127.0.0.1:40123}. */
    public String listens() {
        return address.substring("https://".length());
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

    /** What opens it: the first administrator's token. */
    public String token() throws IOException {
        return Files.readString(data.resolve("admin.token")).strip();
    }

    /** What the first administrator signs in with. */
    public String password() throws IOException {
        return Files.readString(data.resolve("admin.password")).strip();
    }

    /** {@code https://127.0.0.1:40123}. */
    public String address() {
        return address;
    }

    public Optional<Integer> exitCode() {
        return process.isAlive() ? Optional.empty() : Optional.of(process.exitValue());
    }

    /** kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        Ending.of(process, 20);
    }
}
