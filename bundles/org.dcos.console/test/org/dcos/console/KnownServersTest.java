package org.dcos.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.dcos.domain.Secret;
import org.dcos.ui.parts.connection.Connector.Remote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownServersTest {

    @TempDir private Path folder;

    @Test
    void the_one_used_last_comes_first() {
        var servers = new KnownServers(folder);
        servers.keep(remote("a", "t1"));
        servers.keep(remote("b", "t2"));
        servers.keep(remote("a", "t3"));

        assertThat(new KnownServers(folder).all()).extracting(Remote::name).containsExactly("a:8443", "b:8443");
        assertThat(servers.named("a:8443").orElseThrow().token()).isEqualTo(Secret.of("t3"));
    }

    @Test
    void only_its_owner_may_read_the_tokens() throws IOException {
        new KnownServers(folder).keep(remote("a", "t1"));

        var permissions = Files.getPosixFilePermissions(folder.resolve("servers.properties"));
        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    }

    @Test
    void there_are_none_before_the_first() {
        assertThat(new KnownServers(folder).all()).isEmpty();
    }

    private static Remote remote(String host, String token) {
        return new Remote(host, 8443, "AA:BB", Secret.of(token));
    }
}
