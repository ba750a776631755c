package org.dcos.client.transport;

import org.dcos.wire.EventAnswer;
import org.dcos.wire.LocalGateway;
import org.dcos.wire.WireRequest;
import org.dcos.wire.WireResponse;

/** To the server-core of this process: the same requests and answers as over HTTPS, without a port. */
public final class InJvmTransport implements Transport {

    private final LocalGateway gateway;

    public InJvmTransport(LocalGateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public WireResponse send(WireRequest request) {
        return gateway.handle(request.from(WireRequest.EMBEDDED));
    }

    @Override
    public EventAnswer events(WireRequest request) {
        return gateway.events(request.from(WireRequest.EMBEDDED));
    }

    @Override
    public void close() {
        // nothing is open but streams, which are closed by who reads them
    }
}
