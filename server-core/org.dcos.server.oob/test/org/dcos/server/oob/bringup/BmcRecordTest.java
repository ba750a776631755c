package org.dcos.server.oob.bringup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.problem.Conflict;
import org.junit.jupiter.api.Test;

/** What is recorded of a BMC, while others write to it too. */
class BmcRecordTest {

    private final UUID login = UUID.randomUUID();
    private final OneBmc store = new OneBmc();
    private final BmcRecord record = new BmcRecord(store, _ -> {});

    @Test
    void what_others_noted_in_the_same_moment_stays_and_so_does_what_is_written() throws Exception {
        store.others = 2;

        record.write(this::withLogin);

        assertThat(store.now.credential()).isEqualTo(login);
        assertThat(store.now.port()).as("noted by others").isEqualTo(623 + 2);
    }

    @Test
    void one_that_never_comes_to_rest_is_told() {
        store.others = 1_000;

        assertThatThrownBy(() -> record.write(this::withLogin)).isInstanceOf(Conflict.class);
        assertThat(store.now.credential()).isNotEqualTo(login);
    }

    private Bmc withLogin() {
        var bmc = store.now;
        return new Bmc(bmc.id(), bmc.version(), bmc.address(), bmc.port(), login, bmc.server(), bmc.identity(),
                bmc.identified());
    }

    /** Others are faster, so many times. */
    private static final class OneBmc implements BmcStore {

        private Bmc now = new Bmc(UUID.randomUUID(), 1, "10.0.0.9", 623, UUID.randomUUID(), Optional.empty(),
                Optional.empty(), Optional.empty());
        private int others;

        @Override
        public Bmc save(Bmc bmc) throws Conflict {
            if (others > 0) {
                others--;
                now = new Bmc(now.id(), now.version() + 1, now.address(), now.port() + 1, now.credential(),
                        now.server(), now.identity(), now.identified());
            }
            if (bmc.version() != now.version()) {
                throw new Conflict("changed meanwhile");
            }
            now = new Bmc(bmc.id(), bmc.version() + 1, bmc.address(), bmc.port(), bmc.credential(), bmc.server(),
                    bmc.identity(), bmc.identified());
            return now;
        }

        @Override
        public List<Bmc> bmcs() {
            return List.of(now);
        }

        @Override
        public Optional<Bmc> bmc(UUID id) {
            return Optional.of(now);
        }

        @Override
        public Optional<Bmc> byServer(UUID server) {
            return Optional.empty();
        }

        @Override
        public Optional<Bmc> byAddress(String address, int port) {
            return Optional.of(now);
        }

        @Override
        public boolean delete(UUID id) {
            return false;
        }
    }
}
