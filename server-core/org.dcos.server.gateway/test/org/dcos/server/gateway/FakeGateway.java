package org.dcos.server.gateway;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.dcos.domain.Secret;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.wire.EventAnswer;
import org.dcos.wire.LocalGateway;
import org.dcos.wire.WireRequest;
import org.dcos.wire.WireResponse;
import org.dcos.wire.router.Router;

/** The real router and doorkeeper in front of a fake server-core. */
final class FakeGateway implements LocalGateway {

    final FakeServerCore core = new FakeServerCore();
    final FakeCredentials credentials = new FakeCredentials();
    final List<AuditEntry> audit = new CopyOnWriteArrayList<>();
    private final Doorkeeper doorkeeper = new Doorkeeper(credentials);
    private final Router router;

    FakeGateway() {
        this(Duration.ofMillis(100));
    }

    FakeGateway(Duration heartbeat) {
        router = new Router(core.serverCore(), doorkeeper, audit::add, InstantSource.system(), heartbeat);
    }

    @Override
    public WireResponse handle(WireRequest request) {
        return router.handle(request);
    }

    @Override
    public EventAnswer events(WireRequest request) {
        return router.events(request);
    }

    @Override
    public Secret localToken() {
        return doorkeeper.localToken();
    }
}
