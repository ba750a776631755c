package org.dcos.server.gateway;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.dcos.domain.Secret;
import org.dcos.domain.settings.VaultLock;

/** Asks the one who starts the server-core for the passphrase of the vault; it is never shown, and kept nowhere. */
final class PassphraseAtTerminal {

    static final int TRIES = 3;

    /** Where a person types. */
    interface Terminal {

        void say(String line);

        /** @return empty when the person ended the input */
        Optional<Secret> read(String prompt);
    }

    private final VaultLock lock;
    private final Optional<Terminal> terminal;

    /** @param terminal empty where nobody can be asked */
    PassphraseAtTerminal(VaultLock lock, Optional<Terminal> terminal) {
        this.lock = lock;
        this.terminal = terminal;
    }

    /** The terminal that the process was started at. */
    static Optional<Terminal> ofProcess() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).map(PassphraseAtTerminal::of);
    }

    private static Terminal of(Console console) {
        return new Terminal() {
            @Override
            public void say(String line) {
                console.printf("%s%n", line);
            }

            @Override
            public Optional<Secret> read(String prompt) {
                char[] typed = console.readPassword("%s", prompt);
                if (typed == null) {
                    return Optional.empty();
                }
                try {
                    return Optional.of(Secret.of(typed));
                } finally {
                    Arrays.fill(typed, '\0');
                }
            }
        };
    }

    /**
     * @param choose whether a passphrase is wanted for a new data directory
     * @return empty where none is needed
     * @throws StartFailure when it cannot be had
     */
    Optional<Secret> ask(Path directory, boolean choose) throws StartFailure, IOException {
        return switch (lock.need(directory)) {
            case NOTHING -> {
                if (choose) {
                    throw new StartFailure(("A passphrase can be chosen for a new data directory only; the passwords "
                            + "in %s are locked already. Start without --passphrase.").formatted(directory));
                }
                yield Optional.empty();
            }
            case PASSPHRASE -> Optional.of(known(directory));
            case CHOICE -> choose ? Optional.of(chosen(directory)) : Optional.empty();
        };
    }

    private Terminal terminal(Path directory) throws StartFailure {
        return terminal.orElseThrow(() -> new StartFailure(
                ("The passwords in %s need a passphrase, and there is no terminal to ask for it. Start the server at a "
                        + "terminal, or put the passphrase into the first line of a file of mode 0600 and name that "
                        + "file in DCOS_PASSPHRASE_FILE.").formatted(directory)));
    }

    private Secret known(Path directory) throws StartFailure, IOException {
        var asked = terminal(directory);
        for (int left = TRIES; left > 0; left--) {
            var typed = read(asked, "Passphrase of the passwords in %s: ".formatted(directory));
            if (lock.opens(directory, typed)) {
                return typed;
            }
            asked.say(left > 1 ? "That is not the passphrase that was chosen. %d more %s.".formatted(left - 1,
                    left == 2 ? "try" : "tries") : "That is not the passphrase that was chosen.");
        }
        throw new StartFailure("%d wrong passphrases were given; the passwords in %s stay locked. Start it again."
                .formatted(TRIES, directory));
    }

    private Secret chosen(Path directory) throws StartFailure {
        var asked = terminal(directory);
        asked.say("The passwords of the BMCs in %s will be locked with a passphrase. It is asked at each start; "
                .formatted(directory) + "without it they are lost.");
        for (int left = TRIES; left > 0; left--) {
            var first = read(asked, "New passphrase (at least %d characters): "
                    .formatted(VaultLock.SHORTEST_PASSPHRASE));
            if (length(first) < VaultLock.SHORTEST_PASSPHRASE) {
                asked.say("It is shorter than %d characters.".formatted(VaultLock.SHORTEST_PASSPHRASE));
            } else if (read(asked, "The same again: ").equals(first)) {
                return first;
            } else {
                asked.say("The two are not the same.");
            }
        }
        throw new StartFailure("No passphrase was chosen. Start it again.");
    }

    private static int length(Secret secret) {
        char[] text = secret.reveal();
        Arrays.fill(text, '\0');
        return text.length;
    }

    private static Secret read(Terminal asked, String prompt) throws StartFailure {
        return asked.read(prompt).orElseThrow(() -> new StartFailure("No passphrase was given."));
    }
}
