package org.dcos.server.store.database;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts a main class of the tests in a JVM of its own, which can then be killed. */
public final class ChildProcess {

    private static final List<Class<?>> NEEDED = List.of(ChildProcess.class, H2Database.class, org.dcos.domain.Page.class,
            org.h2.Driver.class, com.zaxxer.hikari.HikariDataSource.class, jakarta.persistence.EntityManager.class,
            org.eclipse.persistence.jpa.PersistenceProvider.class, org.eclipse.persistence.sessions.Session.class,
            org.eclipse.persistence.jpa.jpql.JPAVersion.class, org.objectweb.asm.Opcodes.class,
            org.slf4j.Logger.class,
            org.bouncycastle.crypto.generators.Argon2BytesGenerator.class);

    private ChildProcess() {}

    /** Its standard output can be read, its errors go where ours go. */
    public static Process start(Class<?> main, String... arguments) throws IOException {
        String classPath = Stream.concat(NEEDED.stream(), Stream.of(main)).map(ChildProcess::pathOf).distinct()
                .collect(Collectors.joining(File.pathSeparator));
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", classPath, main.getName()));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static String pathOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
