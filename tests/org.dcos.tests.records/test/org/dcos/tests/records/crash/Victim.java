package org.dcos.tests.records.crash;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import org.dcos.tests.records.OwnClassPath;

/** Starts workers and kills them. They share an archive of loaded classes, for which these have to be in jars. */
final class Victim {

    private static final int TRAINING = 5;

    private final String classPath;
    private final Path logging;
    private final Path archive;

    /**
     * Lets a first worker end by itself, which makes the archive.
     *
     * @param folder  for jars and the archive
     * @param records what the first worker works on
     */
    Victim(Path folder, Path records) throws IOException, InterruptedException {
        var jars = new ArrayList<String>();
        for (String entry : OwnClassPath.get().split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                jars.add(jar(path, folder.resolve("classes-%d.jar".formatted(jars.size()))).toString());
            } else if (Files.isRegularFile(path)) {
                jars.add(path.toString());
            }
        }
        classPath = String.join(File.pathSeparator, jars);
        logging = Files.writeString(folder.resolve("logging.properties"), ".level=SEVERE\n");
        archive = folder.resolve("workers.jsa");
        var process = start(records, 0, TRAINING, "-XX:ArchiveClassesAtExit=" + archive);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || !Files.exists(archive)) {
            throw new IOException("The first worker ended with %d: %s".formatted(process.exitValue(), output));
        }
    }

    private static Path jar(Path classes, Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            Files.walkFileTree(classes, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                    Files.copy(file, out);
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        return jar;
    }

    private Process start(Path records, long seed, int operations, String archiving) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", archiving,
                "-Djava.util.logging.config.file=" + logging, "-cp", classPath, Worker.class.getName(),
                records.toString(), Long.toString(seed), Integer.toString(operations))
                        .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /**
     * Lets a worker work, and kills it when it is time.
     *
     * @return all that it told
     */
    List<Told> live(Path records, long seed, Aim aim) throws IOException, InterruptedException {
        var told = new ArrayList<Told>();
        var process = start(records, seed, Integer.MAX_VALUE, "-XX:SharedArchiveFile=" + archive);
        boolean killed = false;
        try (var lines = process.inputReader(StandardCharsets.US_ASCII)) {
            String line;
            while ((line = lines.readLine()) != null) {
                var now = Told.parse(line);
                now.ifPresent(told::add);
                if (!killed && now.isPresent() && aim.at(now.get(), System.nanoTime())) {
                    LockSupport.parkNanos(aim.nanos());
                    process.toHandle().destroyForcibly(); // what it told before is still read
                    killed = true;
                }
            }
        } finally {
            process.destroyForcibly();
        }
        if (!killed || !process.waitFor(1, TimeUnit.MINUTES)) {
            throw new IOException("The worker ended by itself, with %d.".formatted(process.waitFor()));
        }
        return told;
    }
}
