package org.dcos.server.store.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

import org.dcos.domain.Secret;
import org.dcos.domain.access.Credentials;
import org.dcos.domain.access.IssuedToken;
import org.dcos.domain.access.Role;
import org.dcos.domain.access.TokenOrder;
import org.dcos.domain.settings.DataDirectory;
import org.dcos.server.store.secret.PrivateFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the way in. Where there is no user yet: user {@code admin} with a random password in {@code
 * DIR/admin.password}. Always: an API token for scripts on this machine in {@code DIR/admin.token}, made anew when the
 * file is missing or its token is not valid. Both files are for their owner only. The password is on disk before the
 * database knows its hash, so that a power failure in between locks nobody out.
 */
final class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    static final String PASSWORD_FILE = "admin.password";
    static final String TOKEN_FILE = "admin.token";
    private static final String USER = "admin";
    private static final String TOKEN_NAME = "scripts on the server-core's machine";

    /** Without the characters that look alike. */
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int PASSWORD_LENGTH = 20;

    private final DataDirectory directory;
    private final Credentials credentials;

    FirstAdministrator(DataDirectory directory, Credentials credentials) {
        this.directory = directory;
        this.credentials = credentials;
    }

    void ensure() {
        try {
            ensurePassword(directory.path().resolve(PASSWORD_FILE));
            ensureToken(directory.path().resolve(TOKEN_FILE));
        } catch (IOException e) {
            String sentence = "The first administrator's files in %s cannot be read or written (%s). Check its owner."
                    .formatted(directory.path(), e.getMessage());
            directory.refuse(sentence);
            throw new IllegalStateException(sentence, e);
        }
    }

    private void ensurePassword(Path file) throws IOException {
        if (!credentials.users().isEmpty()) {
            return;
        }
        var random = new SecureRandom();
        var password = new StringBuilder();
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        PrivateFile.write(file, password + "\n");
        credentials.saveUser(USER, Role.ADMINISTRATOR, Secret.of(password.toString()));
        LOG.info("The first administrator is '{}'; the password is in {}. Sign in, change it, delete the file.", USER,
                file);
    }

    private void ensureToken(Path file) throws IOException {
        if (Files.exists(file) && credentials.byToken(Secret.of(Files.readString(file).strip()), USER).isPresent()) {
            return;
        }
        credentials.tokens().stream().filter(token -> token.name().equals(TOKEN_NAME))
                .forEach(token -> credentials.revoke(token.id()));
        IssuedToken issued = credentials.issue(new TokenOrder(TOKEN_NAME, Role.ADMINISTRATOR, Optional.empty()));
        PrivateFile.write(file, new String(issued.text().reveal()) + "\n");
    }
}
