package org.dcos.server.store.bmc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;

import org.dcos.domain.bmc.BmcProtocol;
import org.dcos.domain.bmc.BmcProtocol.Redfish;
import org.dcos.server.store.database.OpenDatabase;
import org.junit.jupiter.api.Test;

class SqlBmcProtocolStoreTest extends OpenDatabase {

    private static final Instant ASKED = Instant.parse("2026-11-26T06:00:00.123456Z");
    private static final BmcProtocol BY_REDFISH = new BmcProtocol("10.0.0.1", 623,
            Optional.of(new Redfish(443, "AB:".repeat(31) + "CD")), ASKED);
    private static final BmcProtocol BY_IPMI = new BmcProtocol("10.0.0.2", 623, Optional.empty(), ASKED);

    @Test
    void gives_back_what_was_kept() throws Exception {
        var store = new SqlBmcProtocolStore(database);
        store.keep(BY_REDFISH);
        store.keep(BY_IPMI);

        reopen();

        assertThat(new SqlBmcProtocolStore(database).protocols()).containsExactlyInAnyOrder(BY_REDFISH, BY_IPMI);
    }

    @Test
    void keeps_the_last_answer_and_forgets() throws Exception {
        var store = new SqlBmcProtocolStore(database);
        store.keep(BY_REDFISH);
        var later = new BmcProtocol("10.0.0.1", 623, Optional.empty(), ASKED.plusSeconds(60));
        store.keep(later);
        assertThat(store.protocols()).containsExactly(later);

        store.forget("10.0.0.1", 623);
        store.forget("10.0.0.9", 623);

        assertThat(store.protocols()).isEmpty();
    }
}
