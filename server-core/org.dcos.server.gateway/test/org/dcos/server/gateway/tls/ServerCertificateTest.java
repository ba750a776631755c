package org.dcos.server.gateway.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCertificateTest {

    private static final Instant NOW = Instant.parse("2026-07-01T08:00:00Z");

    @TempDir Path data;

    @Test
    void is_made_once_and_stays_the_same() throws IOException {
        var first = ServerCertificate.in(data, NOW);
        var second = ServerCertificate.in(data, NOW.plusSeconds(1_000_000));
        assertThat(second.fingerprint()).isEqualTo(first.fingerprint());
    }

    @Test
    void the_key_is_for_its_owner_only() throws IOException {
        ServerCertificate.in(data, NOW);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("tls/server.p12"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("tls"))))
                .isEqualTo("rwx------");
        assertThat(data.resolve("tls/server.crt")).content().startsWith("-----BEGIN CERTIFICATE-----")
                .doesNotContain("PRIVATE");
    }

    @Test
    void a_broken_file_is_told_with_its_path_and_never_replaced() throws IOException {
        Files.createDirectories(data.resolve("tls"));
        Files.writeString(data.resolve("tls/server.p12"), "garbage");
        assertThatThrownBy(() -> ServerCertificate.in(data, NOW)).isInstanceOf(IOException.class)
                .hasMessageContaining("server.p12").hasMessageContaining("backup");
        assertThat(data.resolve("tls/server.p12")).hasContent("garbage");
    }

    @Test
    void has_the_names_usage_and_dates_that_it_was_made_with() throws Exception {
        var address = List.of(InetAddress.getByName("10.1.2.3"));
        var made = SelfSigned
                .make("DCOS server-core on 机房", List.of("localhost"), address, NOW)
                .certificate();
        made.verify(made.getPublicKey());
        made.checkValidity(Date.from(NOW));
        assertThat(made.getSubjectX500Principal().getName()).isEqualTo("CN=DCOS server-core on 机房");
        assertThat(made.getSubjectAlternativeNames()).containsExactlyInAnyOrder(List.of(2, "localhost"),
                List.of(7, "10.1.2.3"));
        assertThat(made.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(made.getKeyUsage()[0]).isTrue();
        assertThat(made.getBasicConstraints()).isEqualTo(-1);
        assertThat(made.getSerialNumber()).isPositive();
    }

    @Test
    void openssl_finds_nothing_wrong_with_it() throws Exception {
        assumeThat(Path.of("/usr/bin/openssl")).exists();
        ServerCertificate.in(data, Instant.now());
        String crt = data.resolve("tls/server.crt").toString();
        assertThat(run("openssl", "verify", "-x509_strict", "-CAfile", crt, crt)).contains("OK");
        assertThat(run("openssl", "x509", "-in", crt, "-noout", "-text")).contains("prime256v1", "ecdsa-with-SHA256",
                "DNS:localhost", "CA:FALSE");
    }

    @Test
    void encodes_as_the_examples_of_x690_have_it() {
        assertThat(hex(Der.oid("1.2.840.10045.4.3.2"))).isEqualTo("06082a8648ce3d040302");
        assertThat(hex(Der.oid("2.5.29.17"))).isEqualTo("0603551d11");
        assertThat(hex(Der.integer(BigInteger.valueOf(128)))).isEqualTo("02020080");
        assertThat(hex(Der.utcTime(NOW))).isEqualTo("170d" + hex("260701080000Z".getBytes(StandardCharsets.US_ASCII)));
        assertThat(hex(Der.octets(new byte[200]))).startsWith("0481c800");
        assertThat(hex(Der.octets(new byte[300]))).startsWith("0482012c00");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
