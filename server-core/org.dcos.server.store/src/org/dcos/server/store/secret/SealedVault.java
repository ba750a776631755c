package org.dcos.server.store.secret;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.dcos.domain.Secret;
import org.dcos.domain.bmc.Credential;
import org.dcos.domain.bmc.CredentialVault;
import org.dcos.domain.settings.DataDirectory;
import org.dcos.server.store.database.H2Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * BMC passwords in the database, sealed. The sealed bytes are also held in memory, because collectors ask for passwords
 * all the time; opened ones are not.
 */
@Component
public final class SealedVault implements CredentialVault {

    private static final Logger LOG = LoggerFactory.getLogger(SealedVault.class);

    private final H2Database database;
    private final Sealer sealer;
    private final Map<UUID, Held> held = new ConcurrentHashMap<>();
    private final Map<String, Credential> byFingerprint = new ConcurrentHashMap<>();

    private record Held(Credential credential, Sealer.Sealed sealed) {}

    /** A key that cannot be used is told to {@link DataDirectory#refuse}. */
    @Activate
    public SealedVault(@Reference H2Database database, @Reference DataDirectory directory) {
        this(database, sealer(database, directory));
    }

    /**
     * With a source other than the data directory. No constructor, since SCR finds its own by the number of arguments.
     *
     * @throws KeyRefused when the key is missing, open to others, or not the one that was used before
     */
    public static SealedVault of(H2Database database, KeySource source) throws KeyRefused {
        return new SealedVault(database, sealer(database, source));
    }

    private SealedVault(H2Database database, Sealer sealer) {
        this.database = database;
        this.sealer = sealer;
        database.read(entities -> entities.createQuery("select c from CredentialEntity c", CredentialEntity.class)
                .getResultList()).forEach(row -> hold(row.toCredential(), row.toSealed(), row.fingerprint()));
    }

    private static Sealer sealer(H2Database database, DataDirectory directory) {
        try {
            return sealer(database, KeySource.of(directory.path(), directory.passphrase()));
        } catch (KeyRefused e) {
            directory.refuse(e.getMessage());
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static Sealer sealer(H2Database database, KeySource source) throws KeyRefused {
        Optional<Sealer.Sealed> check = database.read(entities -> Optional
                .ofNullable(entities.find(CheckEntity.class, CheckEntity.ID)).map(CheckEntity::toSealed));
        byte[] key = source.key(check.isEmpty());
        try {
            var sealer = new Sealer(key);
            if (check.isEmpty()) {
                database.write(entities -> {
                    entities.persist(CheckEntity.of(sealer.seal(CheckEntity.SEALED_AS, new byte[0])));
                    return null;
                });
            } else if (sealer.open(CheckEntity.SEALED_AS, check.get()).isEmpty()) {
                throw new KeyRefused(source.wrongKey());
            }
            return sealer;
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    @Override
    public List<Credential> credentials() {
        return held.values().stream().map(Held::credential)
                .sorted(Comparator.comparing(Credential::name).thenComparing(Credential::id)).toList();
    }

    @Override
    public synchronized Credential keep(String user, Secret password) {
        byte[] bytes = utf8(password);
        try {
            String fingerprint = fingerprint(user, bytes);
            Credential known = byFingerprint.get(fingerprint);
            if (known != null) {
                return known;
            }
            long same = held.values().stream().filter(h -> h.credential().user().equals(user)).count();
            UUID id = UUID.randomUUID();
            var credential = new Credential(id, same == 0 ? user : "%s (%d)".formatted(user, same + 1), user);
            Sealer.Sealed sealed = sealer.seal(id, bytes);
            database.write(entities -> {
                entities.persist(CredentialEntity.of(credential, fingerprint, sealed));
                return null;
            });
            hold(credential, sealed, fingerprint);
            return credential;
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    @Override
    public Optional<Credential> credential(UUID id) {
        return Optional.ofNullable(held.get(id)).map(Held::credential);
    }

    @Override
    public Optional<Secret> reveal(UUID id) {
        Held entry = held.get(id);
        if (entry == null) {
            return Optional.empty();
        }
        Optional<byte[]> opened = sealer.open(id, entry.sealed());
        if (opened.isEmpty()) {
            LOG.error(
                    "The password of BMC login {} was altered; it is not used. Run discovery with the login again.",
                    id);
        }
        return opened.map(SealedVault::secret);
    }

    private void hold(Credential credential, Sealer.Sealed sealed, String fingerprint) {
        held.put(credential.id(), new Held(credential, sealed));
        byFingerprint.put(fingerprint, credential);
    }

    private String fingerprint(String user, byte[] password) {
        byte[] name = user.getBytes(StandardCharsets.UTF_8);
        byte[] both = ByteBuffer.allocate(Integer.BYTES + name.length + password.length).putInt(name.length).put(name)
                .put(password).array();
        try {
            return sealer.fingerprint(both);
        } finally {
            Arrays.fill(both, (byte) 0);
        }
    }

    private static byte[] utf8(Secret secret) {
        char[] chars = secret.reveal();
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(chars));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(chars, '\0');
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }

    private static Secret secret(byte[] bytes) {
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        char[] chars = new char[decoded.remaining()];
        decoded.get(chars);
        try {
            return Secret.of(chars);
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(chars, '\0');
            Arrays.fill(decoded.array(), '\0');
        }
    }
}
