package org.dcos.server.store.database;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Starts a main class of the tests in a JVM of its own, which can then be killed. */
public final class ChildProcess {

    /** One class of each thing that the database stands on; by name, since this bundle imports not all of them. */
    private static final List<String> NEEDED = List.of(ChildProcess.class.getName(), H2Database.class.getName(),
            "org.dcos.domain.Page", "org.h2.Driver", "com.zaxxer.hikari.HikariDataSource",
            "jakarta.persistence.EntityManager", "org.eclipse.persistence.jpa.PersistenceProvider",
            "org.eclipse.persistence.sessions.Session", "org.eclipse.persistence.jpa.jpql.JPAVersion",
            "org.objectweb.asm.Opcodes", "org.slf4j.Logger", "tools.jackson.core.JsonParser",
            "tools.jackson.databind.ObjectMapper", "com.fasterxml.jackson.annotation.JsonInclude",
            "org.bouncycastle.crypto.params.Argon2Parameters");

    private ChildProcess() {}

    /** Its standard output can be read, its errors go where ours go. */
    public static Process start(Class<?> main, String... arguments) throws IOException {
        String classPath = NEEDED.stream().map(ChildProcess::pathOf).distinct()
                .collect(Collectors.joining(File.pathSeparator));
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", classPath, main.getName()));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static String pathOf(String type) {
        try {
            var source = Class.forName(type).getProtectionDomain().getCodeSource();
            return Path.of(source.getLocation().toURI()).toString();
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
