package org.dcos.server.gateway;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import org.dcos.client.transport.HttpsTransport;
import org.dcos.client.transport.Transport;
import org.dcos.server.gateway.https.HttpsListener;
import org.dcos.server.gateway.https.ListenAddress;
import org.dcos.server.gateway.tls.ServerCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class HttpsContractTest extends ServerCoreContract {

    @TempDir static Path data;

    private HttpsListener listener;

    @Override
    Transport transport() throws Exception {
        ServerCertificate certificate = ServerCertificate.in(data, Instant.now());
        if (listener == null) {
            listener = HttpsListener.open(new ListenAddress("127.0.0.1", 0), certificate.context(), gateway);
        }
        return new HttpsTransport("127.0.0.1", listener.address().port(), Optional.of(certificate.fingerprint()));
    }

    @Override
    String origin() {
        return "127.0.0.1";
    }

    @AfterEach
    void closePort() {
        listener.close();
    }
}
