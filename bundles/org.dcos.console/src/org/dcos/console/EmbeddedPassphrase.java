package org.dcos.console;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

import org.dcos.domain.Secret;
import org.dcos.domain.problem.Unavailable;
import org.dcos.domain.settings.VaultLock;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.connection.PassphraseDialog.Question;

/**
 * Gets what opens the vault of the embedded server-core from the one who started the console. Blocks: not for
 * the realm.
 */
final class EmbeddedPassphrase {

    private static final int TRIES = 3;

    private final Desk desk;
    private final boolean choose;
    private final Function<Question, Optional<Secret>> dialog;

    /**
     * @param choose whether a passphrase is wanted for a new data directory
     * @param dialog asks in the realm; nothing when cancelled
     */
    EmbeddedPassphrase(Desk desk, boolean choose, Function<Question, Optional<Secret>> dialog) {
        this.desk = desk;
        this.choose = choose;
        this.dialog = dialog;
    }

    /**
     * @return empty where none is needed
     * @throws Unavailable when it is not given; the sentence is for the operator
     */
    Optional<Secret> get(VaultLock lock, Path directory) throws IOException, Unavailable, InterruptedException {
        return switch (lock.need(directory)) {
            case NOTHING -> Optional.empty();
            case CHOICE -> choose ? Optional.of(ask(Question.CHOOSE)) : Optional.empty();
            case PASSPHRASE -> Optional.of(known(lock, directory));
        };
    }

    private Secret known(VaultLock lock, Path directory) throws IOException, Unavailable, InterruptedException {
        for (int tries = 0; tries < TRIES; tries++) {
            var given = ask(tries == 0 ? Question.KNOWN : Question.WRONG);
            if (lock.opens(directory, given)) {
                return given;
            }
        }
        throw new Unavailable(desk.words("passphrase.given.up"));
    }

    private Secret ask(Question question) throws Unavailable, InterruptedException {
        var answer = new CompletableFuture<Optional<Secret>>();
        desk.inRealm(() -> answer.complete(dialog.apply(question)));
        try {
            return answer.get().orElseThrow(() -> new Unavailable(desk.words("passphrase.not.given")));
        } catch (ExecutionException e) { // complete() alone ends it
            throw new IllegalStateException(e);
        }
    }
}
