package org.dcos.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

import org.dcos.client.SignIn;
import org.dcos.domain.Secret;
import org.dcos.domain.access.IssuedToken;
import org.dcos.domain.problem.Denied;
import org.dcos.domain.problem.Unavailable;
import org.dcos.server.gateway.https.HttpsListener;
import org.dcos.server.gateway.https.ListenAddress;
import org.dcos.server.gateway.https.ListenFailure;
import org.dcos.server.gateway.tls.ServerCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpsListenerTest {

    private static final ListenAddress ANY_PORT = new ListenAddress("127.0.0.1", 0);

    @TempDir static Path data;

    private final FakeGateway gateway = new FakeGateway();
    private ServerCertificate certificate;
    private HttpsListener listener;

    @BeforeEach
    void open() throws IOException {
        certificate = ServerCertificate.in(data, Instant.now());
        listener = HttpsListener.open(ANY_PORT, certificate.context(), gateway);
    }

    @AfterEach
    void close() {
        listener.close();
    }

    @Test
    void curl_works_with_the_certificate_file_and_a_token() throws Exception {
        assumeThat(Path.of("/usr/bin/curl")).exists();
        String base = "https://127.0.0.1:" + listener.address().port() + "/api/v1";
        String crt = data.resolve("tls/server.crt").toString();
        assertThat(run("curl", "-sS", "--cacert", crt, base + "/version")).contains("\"product\":\"DCOS server-core\"");
        assertThat(run("curl", "-sS", "--cacert", crt, "-H", "Authorization: Bearer admin-token",
                base + "/servers?limit=5")).contains("\"items\":");
        assertThat(run("curl", "-sS", "--cacert", crt, base + "/servers"))
                .contains("urn:dcos:problem:not-authenticated");
        assertThat(run("curl", "-sS", "--cacert", crt, "-H", "Authorization: Bearer admin-token", "-H",
                "Content-Type: application/octet-stream",
                "--data-binary", "@" + crt, base + "/baselines?name=a.csv&dry-run=true")).contains("\"rows\":");
        assertThat(run("curl", "-sS", "--cacert", crt, "-I", "-H", "Authorization: Bearer admin-token", base + "/me"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void only_tls_1_3_is_spoken() throws Exception {
        SSLContext context = trusting();
        try (var socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", listener.address().port())) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
        }
        try (var socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", listener.address().port())) {
            socket.startHandshake();
            assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
        }
    }

    @Test
    void what_is_no_http_gets_problem_details_too() throws Exception {
        try (var socket = (SSLSocket) trusting().getSocketFactory().createSocket("127.0.0.1",
                listener.address().port())) {
            socket.getOutputStream()
                    .write("GET /api/v1/../../etc/%2e%2e/passwd%00 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json").doesNotContain("jetty",
                    "Jetty");
        }
    }

    @Test
    void a_second_listener_on_the_port_is_told_why_not() {
        assertThatThrownBy(() -> HttpsListener.open(listener.address(), certificate.context(), gateway))
                .isInstanceOf(ListenFailure.class).hasMessageContaining("another program listens there")
                .hasMessageContaining("--listen");
    }

    @Test
    void a_port_held_by_another_kind_of_program_is_told_too() throws IOException {
        try (var other = new ServerSocket(0)) {
            assertThatThrownBy(() -> HttpsListener.open(new ListenAddress("127.0.0.1", other.getLocalPort()),
                    certificate.context(), gateway))
                            .isInstanceOf(ListenFailure.class).hasMessageContaining("another program");
        }
    }

    @Test
    void an_address_of_another_machine_is_told() {
        assertThatThrownBy(() -> HttpsListener.open(new ListenAddress("192.0.2.1", 0), certificate.context(), gateway))
                .isInstanceOf(ListenFailure.class).hasMessageContaining("no such address");
    }

    @Test
    void a_name_that_is_not_known_is_told() {
        assertThatThrownBy(
                () -> HttpsListener.open(new ListenAddress("no.such.name.invalid", 0), certificate.context(), gateway))
                        .isInstanceOf(ListenFailure.class).hasMessageContaining("no such name");
    }

    @Test
    void the_port_is_free_again_after_close() throws IOException {
        listener.close();
        listener = HttpsListener.open(listener.address(), certificate.context(), gateway);
        assertThat(listener.address().port()).isPositive();
    }

    @Test
    void first_contact_tells_the_fingerprint_and_user_and_password_get_a_token() throws Exception {
        int port = listener.address().port();
        String fingerprint = SignIn.fingerprint("127.0.0.1", port);
        assertThat(fingerprint).isEqualTo(certificate.fingerprint().toString());

        IssuedToken token = SignIn.token("127.0.0.1", port, fingerprint, FakeCredentials.USER, FakeCredentials.PASSWORD,
                "console");

        assertThat(token.text().isEmpty()).isFalse();
        assertThatThrownBy(
                () -> SignIn.token("127.0.0.1", port, fingerprint, FakeCredentials.USER, Secret.of("wrong"), "console"))
                        .isInstanceOf(Denied.class).hasMessageContaining("wrong");
        assertThatThrownBy(() -> SignIn.token("127.0.0.1", port, "00".repeat(32), "a", Secret.of("b"), "console"))
                .isInstanceOf(Unavailable.class).hasMessageContaining("certificate changed");
    }

    @Test
    void a_fingerprint_cannot_be_had_where_nothing_listens() {
        int port = listener.address().port();
        listener.close();
        assertThatThrownBy(() -> SignIn.fingerprint("127.0.0.1", port))
                .isInstanceOf(Unavailable.class).hasMessageContaining("refuses connections");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        try (InputStream out = process.getInputStream()) {
            String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(text).isZero();
            return text;
        }
    }

    /** A context that trusts the certificate file, as a tool of a third party would. */
    private static SSLContext trusting() throws Exception {
        var store = java.security.KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(data.resolve("tls/server.crt"))) {
            store.setCertificateEntry("server",
                    java.security.cert.CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        TrustManager[] managers = trust.getTrustManagers();
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers, null);
        return context;
    }
}
