package org.dcos.server.store.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.dcos.domain.Secret;
import org.dcos.domain.access.ApiToken;
import org.dcos.domain.access.Caller;
import org.dcos.domain.access.Credentials;
import org.dcos.domain.access.IssuedToken;
import org.dcos.domain.access.Role;
import org.dcos.domain.access.TokenOrder;
import org.dcos.domain.access.User;
import org.dcos.domain.settings.DataDirectory;
import org.dcos.server.store.database.Columns;
import org.dcos.server.store.database.H2Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Users and tokens in the database; tokens also in memory, since every request brings one. */
@Component
public final class JpaCredentials implements Credentials {

    private static final int KEY_LENGTH = 32;

    private record Held(String hash, ApiToken token) {}

    private final H2Database database;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final PasswordHash passwords = new PasswordHash();
    private final SignIns signIns = new SignIns();
    private final Map<String, Held> byKey = new ConcurrentHashMap<>();

    /** What a sign-in with an unknown name is compared with, so that it takes as long as one with a wrong password. */
    private final String nobody = passwords.of(TokenText.random(random));

    /** Also makes sure that there is a way in: see {@link FirstAdministrator}. */
    @Activate
    public JpaCredentials(@Reference H2Database database, @Reference DataDirectory directory) {
        this(database, InstantSource.system());
        new FirstAdministrator(directory, this).ensure();
    }

    JpaCredentials(H2Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        database.read(
                entities -> entities.createQuery("select t from TokenEntity t", TokenEntity.class).getResultList())
                .forEach(row -> hold(row.hash(), row.toToken()));
    }

    @Override
    public Optional<Caller> byToken(Secret token, String origin) {
        String hash = TokenText.hash(token);
        return Optional.ofNullable(byKey.get(key(hash))).filter(held -> equal(held.hash(), hash)).map(Held::token)
                .filter(known -> known.expires().isEmpty() || clock.instant().isBefore(known.expires().get()))
                .map(known -> new Caller(known.name(), known.role(), origin));
    }

    /** The part of the hash by which a token is looked up; the rest is compared in constant time. */
    private static String key(String hash) {
        return hash.substring(0, Math.min(hash.length(), KEY_LENGTH));
    }

    private static boolean equal(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.US_ASCII), b.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public Optional<Caller> byPassword(String user, Secret password, String origin) {
        Optional<UserEntity> row = database.read(entities -> entities
                .createQuery("select u from UserEntity u where u.name = :name", UserEntity.class)
                .setParameter("name", user).getResultList().stream().findFirst());
        if (row.isEmpty()) {
            passwords.matches(password, nobody);
            return Optional.empty();
        }
        if (!signIns.wasRight(user, password, clock.instant())) {
            if (!passwords.matches(password, row.get().passwordHash())) {
                return Optional.empty();
            }
            signIns.remember(user, password, clock.instant());
        }
        User known = row.get().toUser();
        return Optional.of(new Caller(known.name(), known.role(), origin));
    }

    @Override
    public IssuedToken issue(TokenOrder order) {
        Secret text = TokenText.random(random);
        return new IssuedToken(keep(order, text), text);
    }

    private ApiToken keep(TokenOrder order, Secret text) {
        var token = new ApiToken(UUID.randomUUID(), Columns.cut(order.name(), 300), order.role(),
                Columns.time(clock.instant()), order.expires().map(Columns::time));
        String hash = TokenText.hash(text);
        database.write(entities -> {
            entities.persist(TokenEntity.of(token, hash));
            return null;
        });
        hold(hash, token);
        return token;
    }

    private void hold(String hash, ApiToken token) {
        byKey.put(key(hash), new Held(hash, token));
    }

    @Override
    public List<ApiToken> tokens() {
        return byKey.values().stream().map(Held::token)
                .sorted(Comparator.comparing(ApiToken::created).thenComparing(ApiToken::id)).toList();
    }

    @Override
    public boolean revoke(UUID token) {
        boolean there = database.write(entities -> entities
                .createQuery("delete from TokenEntity t where t.id = :id").setParameter("id", token).executeUpdate()
                > 0);
        byKey.values().removeIf(held -> held.token().id().equals(token));
        return there;
    }

    @Override
    public List<User> users() {
        return database
                .read(entities -> entities.createQuery("select u from UserEntity u order by u.name", UserEntity.class)
                        .getResultList().stream().map(UserEntity::toUser).toList());
    }

    @Override
    public User saveUser(String name, Role role, Secret password) {
        String hash = passwords.of(password);
        User saved = database.write(entities -> {
            UserEntity row = entities.createQuery("select u from UserEntity u where u.name = :name", UserEntity.class)
                    .setParameter("name", name).getResultList().stream().findFirst().orElse(null);
            if (row == null) {
                row = UserEntity.of(UUID.randomUUID(), name);
                row.set(role, hash);
                entities.persist(row);
            } else {
                row.set(role, hash);
            }
            return row.toUser();
        });
        signIns.forgetAll();
        return saved;
    }

    @Override
    public boolean deleteUser(UUID user) {
        boolean there = database.write(entities -> entities.createQuery("delete from UserEntity u where u.id = :id")
                .setParameter("id", user).executeUpdate() > 0);
        signIns.forgetAll();
        return there;
    }
}
