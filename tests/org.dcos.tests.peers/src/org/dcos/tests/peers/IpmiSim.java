package org.dcos.tests.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A process of OpenIPMI's {@code ipmi_sim} as the BMC of one server, at {@code 127.68.0.N}, user admin / Passw0rd,
 * suite 3: with sensors, a FRU, and a chassis whose power is a file kept by a hook.
 */
public final class IpmiSim implements AutoCloseable {

    public static final String USER = "admin";
    public static final String PASSWORD = "Passw0rd";

    private final Path folder;
    private final int number;
    private final int port;
    private final int console;
    private Process process;
    private Optional<Socket> consoleSocket = Optional.empty();

    IpmiSim(Path parent, int number, int port, String serial, boolean on) throws IOException {
        this.number = number;
        this.port = port;
        this.folder = Files.createDirectories(parent.resolve("bmc%03d".formatted(number)));
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.console = free.getLocalPort();
        }
        Files.createDirectories(folder.resolve("state"));
        Files.writeString(folder.resolve("power"), on ? "1" : "0");
        Files.write(folder.resolve("fru.bin"), SimFiles.fru(serial));
        Files.writeString(folder.resolve("chassis.sh"), SimFiles.HOOK);
        if (!folder.resolve("chassis.sh").toFile().setExecutable(true)) {
            throw new IOException("cannot make the hook executable");
        }
        Files.write(folder.resolve("lan.conf"), SimFiles.lan(number, address(), port, console, folder));
        Files.write(folder.resolve("emu.cmd"), SimFiles.emulator(folder));
        start();
    }

    public String address() {
        return "127.68.%d.%d".formatted(number / 250, number % 250 + 1);
    }

    public void start() throws IOException {
        process = new ProcessBuilder("ipmi_sim", "-c", folder.resolve("lan.conf").toString(), "-f",
                folder.resolve("emu.cmd").toString(), "-s", folder.resolve("state").toString(), "-n")
                        .redirectErrorStream(true).redirectOutput(folder.resolve("sim.log").toFile()).start();
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** What the chassis hook last saw: whether the power is on. */
    public boolean on() throws IOException {
        return Files.readString(folder.resolve("power")).strip().equals("1");
    }

    /** Every {@code set} that reached the chassis, oldest first. */
    public List<String> orders() throws IOException {
        var log = folder.resolve("chassis.log");
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    /**
     * Pushes a sensor to a raw value through the emulator's own console, and waits for its prompt after it. The console
     * stays open as long as the process lives: when one is closed, ipmi_sim may end on an assertion of its own.
     */
    public void sensor(int sensor, int raw) throws IOException {
        if (consoleSocket.isEmpty()) {
            consoleSocket = Optional.of(new Socket(InetAddress.getLoopbackAddress(), console));
            consoleSocket.get().setSoTimeout(5_000);
            awaitPrompt(consoleSocket.get());
        }
        var socket = consoleSocket.get();
        socket.getOutputStream().write("sensor_set_value 0x20 0 %d %d 1\r\n".formatted(sensor, raw)
                .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        awaitPrompt(socket); // behind the command
        awaitPrompt(socket); // behind the line feed that follows the carriage return
    }

    private static void awaitPrompt(Socket socket) throws IOException {
        for (int read = 0; read != '>';) {
            read = socket.getInputStream().read();
            if (read < 0) {
                throw new IOException("the emulator's console closed");
            }
        }
    }

    /** Runs ipmitool against it and gives the lines that it prints. */
    public List<String> ipmitool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("ipmitool", "-I", "lanplus", "-C", "3", "-H", address(), "-p",
                Integer.toString(port), "-U", USER, "-P", PASSWORD, "-N", "2", "-R", "6"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("TZ", "UTC"); // in which it prints times
        var tool = builder.start();
        tool.getOutputStream().close();
        var lines = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        if (!tool.waitFor(20, TimeUnit.SECONDS) || tool.exitValue() != 0) {
            throw new IOException("ipmitool %s: %s".formatted(String.join(" ", arguments), lines));
        }
        return lines;
    }

    /** Whether it is on, as ipmitool tells it. */
    public boolean power() throws IOException, InterruptedException {
        return ipmitool("chassis", "power", "status").getLast().endsWith("is on");
    }

    /** Sensor name to number as {@code ipmitool sdr} prints it. */
    public Map<String, Double> sdr() throws IOException, InterruptedException {
        var values = new TreeMap<String, Double>();
        for (var line : ipmitool("sdr")) {
            var cells = line.split("\\|");
            if (cells.length == 3 && cells[1].strip().matches("[0-9.]+ .*")) {
                values.put(cells[0].strip(), Double.valueOf(cells[1].strip().split(" ")[0]));
            }
        }
        return values;
    }

    @Override
    public void close() {
        Ending.of(process, 3);
        try {
            if (consoleSocket.isPresent()) {
                consoleSocket.get().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
