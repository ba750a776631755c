package org.dcos.server.store.bmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Secret;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcIdentity;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.problem.Conflict;
import org.dcos.server.store.cmdb.Commits;
import org.dcos.server.store.cmdb.DocumentItemStore;
import org.dcos.server.store.database.OpenDatabase;
import org.dcos.server.store.secret.KeyFile;
import org.dcos.server.store.secret.SealedVault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JpaBmcStoreTest extends OpenDatabase {

    private JpaBmcStore store;
    private UUID credential;
    private UUID server;

    @BeforeEach
    void credentialAndServer() throws Exception {
        store = new JpaBmcStore(database);
        credential = SealedVault.of(database, new KeyFile(directory)).keep("admin", Secret.of("secret")).id();
        server = UUID.randomUUID();
        Commits.save(new DocumentItemStore(database), new Server(server, 1, "srv", "S1",
                Optional.empty(), "", "", "", Optional.empty(), LifecycleState.PLANNED));
    }

    @Test
    void gives_back_what_was_saved() throws Conflict {
        var identity = new BmcIdentity("guid", "2.45", "Huawei", "2288H", "0001", "AT", "B1", "C1");
        var bmc = new Bmc(UUID.randomUUID(), 0, "10.0.0.1", 623, credential, Optional.of(server), Optional.of(identity),
                Optional.of(Instant.parse("2026-01-02T03:04:05.123456Z")));

        Bmc saved = store.save(bmc);

        assertThat(saved).isEqualTo(new Bmc(bmc.id(), 1, "10.0.0.1", 623, credential, Optional.of(server),
                Optional.of(identity), bmc.identified()));
        reopen();
        store = new JpaBmcStore(database);
        assertThat(store.bmcs()).containsExactly(saved);
        assertThat(store.bmc(bmc.id())).contains(saved);
        assertThat(store.byServer(server)).contains(saved);
        assertThat(store.byAddress("10.0.0.1", 623)).contains(saved);
        assertThat(store.byAddress("10.0.0.1", 624)).isEmpty();
    }

    @Test
    void a_time_is_kept_to_the_microsecond() throws Conflict {
        Bmc saved = store.save(new Bmc(UUID.randomUUID(), 0, "10.0.0.1", 623, credential, Optional.empty(),
                Optional.empty(), Optional.of(Instant.parse("2026-01-02T03:04:05.123456789Z"))));

        assertThat(saved.identified()).contains(Instant.parse("2026-01-02T03:04:05.123456Z"));
        assertThat(store.bmc(saved.id())).contains(saved);
    }

    @Test
    void refuses_a_taken_address_a_taken_server_and_an_old_version() throws Conflict {
        Bmc first = store.save(bmc("10.0.0.1", Optional.of(server)));

        assertThatThrownBy(() -> store.save(bmc("10.0.0.1", Optional.empty()))).isInstanceOf(Conflict.class)
                .hasMessageContaining("10.0.0.1 port 623");
        assertThatThrownBy(() -> store.save(bmc("10.0.0.2", Optional.of(server)))).isInstanceOf(Conflict.class)
                .hasMessageContaining("has another BMC");
        store.save(withServer(first, Optional.empty()));
        assertThatThrownBy(() -> store.save(withServer(first, Optional.empty()))).isInstanceOf(Conflict.class)
                .hasMessageContaining("somebody else");
    }

    @Test
    void a_server_that_is_gone_is_a_conflict() {
        assertThatThrownBy(() -> store.save(bmc("10.0.0.9", Optional.of(UUID.randomUUID()))))
                .isInstanceOf(Conflict.class).hasMessageContaining("10.0.0.9");
    }

    @Test
    void deletes_once() throws Conflict {
        Bmc bmc = store.save(bmc("10.0.0.1", Optional.empty()));

        assertThat(store.delete(bmc.id())).isTrue();
        assertThat(store.delete(bmc.id())).isFalse();
        assertThat(store.bmcs()).isEmpty();
    }

    private Bmc bmc(String address, Optional<UUID> of) {
        return new Bmc(UUID.randomUUID(), 0, address, 623, credential, of, Optional.empty(), Optional.empty());
    }

    private static Bmc withServer(Bmc bmc, Optional<UUID> server) {
        return new Bmc(bmc.id(), bmc.version(), bmc.address(), bmc.port(), bmc.credential(), server, bmc.identity(),
                bmc.identified());
    }
}
