package org.dcos.server.gateway.tls;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import org.dcos.wire.Fingerprint;

/**
 * The server-core's key and certificate, made at the first start and kept in {@code tls/server.p12}. What protects the
 * key is that file's mode, 0600, as with the host keys of SSH; a password would have to lie beside it. The certificate
 * alone is in {@code tls/server.crt}, for tools that want a file: {@code curl --cacert}.
 */
public final class ServerCertificate {

    private static final String FOLDER = "tls";
    private static final String STORE = "server.p12";
    private static final String PEM = "server.crt";
    private static final String ALIAS = "server";
    private static final char[] NO_PASSWORD = {};
    private static final int MOST_ADDRESSES = 100;

    private final KeyStore store;
    private final X509Certificate certificate;

    private ServerCertificate(KeyStore store, X509Certificate certificate) {
        this.store = store;
        this.certificate = certificate;
    }

    /**
     * Loads the certificate, or makes it where there is none yet.
     *
     * @throws IOException with a sentence for the operator when it cannot be read or written
     */
    public static ServerCertificate in(Path dataDirectory, Instant now) throws IOException {
        Path folder = dataDirectory.resolve(FOLDER);
        Path file = folder.resolve(STORE);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder, mode(folder, "rwx------"));
                make(file, folder.resolve(PEM), now);
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(Files.readAllBytes(file)), NO_PASSWORD);
            if (!(store.getCertificate(ALIAS) instanceof X509Certificate certificate)) {
                throw new IOException("it holds no entry named " + ALIAS);
            }
            return new ServerCertificate(store, certificate);
        } catch (IOException | GeneralSecurityException e) {
            throw new IOException(
                    ("The certificate in %s cannot be used (%s). Restore it from a backup; "
                            + "or move it away, then a new one is made and every console asks whether to trust it.")
                                    .formatted(file, e.getMessage()),
                    e);
        }
    }

    public Fingerprint fingerprint() {
        return Fingerprint.of(certificate);
    }

    /** For a listener: TLS with this key. */
    public SSLContext context() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot use its own key store", e);
        }
    }

    private static void make(Path file, Path pem, Instant now) throws IOException, GeneralSecurityException {
        String host = hostName();
        var names = host.equals("localhost") ? List.of("localhost") : List.of("localhost", host);
        SelfSigned made = SelfSigned.make("DCOS server-core on " + host, names, addresses(), now);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        store.setKeyEntry(ALIAS, made.keys().getPrivate(), NO_PASSWORD, new Certificate[] {made.certificate()});
        var bytes = new ByteArrayOutputStream();
        store.store(bytes, NO_PASSWORD);
        write(pem, pem(made.certificate()).getBytes(StandardCharsets.US_ASCII), "rw-r--r--");
        write(file, bytes.toByteArray(), "rw-------");
    }

    private static String hostName() {
        try {
            String name = InetAddress.getLocalHost().getHostName();
            return name.matches("[A-Za-z0-9.-]{1,253}") ? name : "localhost";
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }

    /** Loopback and every address that this machine has now, for tools that check names. */
    private static List<InetAddress> addresses() {
        List<InetAddress> loopback = SelfSigned.loopback();
        try {
            return Stream.concat(loopback.stream(),
                    NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                            .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                            .limit(MOST_ADDRESSES))
                    .toList();
        } catch (SocketException _) {
            return loopback;
        }
    }

    private static String pem(X509Certificate certificate) throws GeneralSecurityException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    /** Whole or not at all, also when the power goes. */
    private static void write(Path file, byte[] content, String mode) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        try (FileChannel out = FileChannel.open(part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                mode(file, mode))) {
            out.write(ByteBuffer.wrap(content));
            out.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] mode(Path path, String mode) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
