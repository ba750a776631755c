package org.dcos.server.store.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.dcos.domain.Secret;
import org.dcos.domain.settings.VaultLock;
import org.osgi.service.component.annotations.Component;

/** Tells by the files of the data directory how the vault is locked. */
@Component
public final class FileVaultLock implements VaultLock {

    @Override
    public Need need(Path directory) throws IOException {
        if (inFile()) {
            return Need.NOTHING;
        }
        if (Files.exists(directory.resolve(Passphrase.FILE))) {
            return Need.PASSPHRASE;
        }
        return Files.exists(directory.resolve(KeyFile.FILE)) ? Need.NOTHING : Need.CHOICE;
    }

    private static boolean inFile() throws IOException {
        try {
            return KeySource.inFile().isPresent();
        } catch (KeyRefused e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public boolean opens(Path directory, Secret passphrase) throws IOException {
        try {
            return new Passphrase(directory, passphrase).opens();
        } catch (KeyRefused e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
