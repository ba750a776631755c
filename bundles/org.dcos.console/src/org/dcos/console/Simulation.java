package org.dcos.console;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.dcos.domain.baseline.BaselineFile;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.problem.Unavailable;
import org.dcos.ui.parts.connection.Connector;
import org.eclipse.core.runtime.FileLocator;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The simulated data centre as a process of its own, made of this installation's bundles; it ends with the console. */
final class Simulation implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Simulation.class);
    private static final String MAIN = "org.dcos.lab.LabMain";
    private static final String READY = "DCOS lab ready";
    private static final int SERVERS = 60;
    private static final int FAULT_PERCENT = 5;
    private static final long SECONDS_TO_END = 5;
    /** What the lab needs, by the beginning of the symbolic name. */
    private static final List<String> PARTS = List.of("org.dcos.lab", "org.dcos.net.ipmi", "org.dcos.domain",
            "org.dcos.console",
            "org.dhatim.fastexcel", "com.github.rzymek.opczip", "slf4j.", "com.fasterxml.aalto", "stax2-api",
            "org.apache.commons.commons-compress", "org.apache.commons.commons-io", "org.apache.commons.lang3");

    private final BundleContext bundles;
    private final Path folder;
    private Optional<Process> running = Optional.empty();

    Simulation(BundleContext bundles, Path folder) {
        this.bundles = bundles;
        this.folder = folder;
    }

    private record LabFiles(Path folder) implements Connector.Lab {

        @Override
        public BaselineFile baseline() throws Unavailable {
            return new BaselineFile("baseline.xlsx", read("baseline.xlsx"));
        }

        @Override
        public String controllers() throws Unavailable {
            return new String(read("bmcs.csv"), StandardCharsets.UTF_8);
        }

        private byte[] read(String name) throws Unavailable {
            try {
                return Files.readAllBytes(folder.resolve(name));
            } catch (IOException e) {
                throw new Unavailable("The simulated data centre left no readable %s in %s: %s.".formatted(name, folder,
                        e.getMessage()), e);
            }
        }
    }

    /** Starts it and waits until it answers; the same again while it runs does nothing. */
    synchronized Connector.Lab start() throws Problem, InterruptedException {
        if (running.filter(Process::isAlive).isEmpty()) {
            try {
                Files.createDirectories(folder);
                var process = new ProcessBuilder(command()).redirectErrorStream(true).start();
                running = Optional.of(process);
                awaitReady(process);
            } catch (IOException e) {
                throw new Unavailable("The simulated data centre cannot be started: %s.".formatted(e.getMessage()), e);
            }
        }
        return new LabFiles(folder);
    }

    private List<String> command() {
        var path = Arrays.stream(bundles.getBundles())
                .filter(bundle -> PARTS.stream().anyMatch(bundle.getSymbolicName()::startsWith))
                .map(Simulation::file).flatMap(Optional::stream).collect(Collectors.joining(File.pathSeparator));
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-cp", path,
                EndsWithParent.class.getName(), MAIN, "--servers", String.valueOf(SERVERS), "--faults",
                String.valueOf(FAULT_PERCENT),
                "--out", folder.toString());
    }

    private static Optional<String> file(Bundle bundle) {
        return FileLocator.getBundleFileLocation(bundle).map(File::getPath);
    }

    /** Its output is read as long as it runs, so that it never waits for a reader. */
    private static void awaitReady(Process process) throws IOException, Unavailable {
        var output = process.inputReader(StandardCharsets.UTF_8);
        var last = "";
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            LOG.info("Simulated data centre: {}", line);
            if (line.startsWith(READY)) {
                Thread.ofVirtual().name("lab-output").start(() -> drain(output));
                return;
            }
            last = line;
        }
        throw new Unavailable("The simulated data centre did not start: %s".formatted(last));
    }

    private static void drain(BufferedReader output) {
        try (output) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                LOG.debug("Simulated data centre: {}", line);
            }
        } catch (IOException e) {
            LOG.debug("The output of the simulated data centre ended", e);
        }
    }

    @Override
    public synchronized void close() {
        running.ifPresent(process -> {
            process.destroy();
            try {
                if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException _) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        });
        running = Optional.empty();
    }
}
