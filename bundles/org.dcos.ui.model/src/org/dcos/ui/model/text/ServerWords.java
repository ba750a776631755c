package org.dcos.ui.model.text;

import java.util.Locale;
import java.util.Optional;

import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.operation.Operation;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Denied;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.problem.Unavailable;

/**
 * Says what the server-core says in English sentences: as it is to who reads English, else worded from the kind, the
 * outcome or the action that comes with it, with the sentence behind where it has more to tell.
 */
public final class ServerWords {

    private final Texts texts;
    private final boolean english;

    public ServerWords(Texts texts) {
        this.texts = texts;
        this.english = texts.locale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    /** @param target the server or address it is about; empty when there are several */
    public String title(Operation operation, String target) {
        var kind = english ? Optional.<String>empty() : texts.find("operation." + operation.kind());
        return kind.map(words -> target.isEmpty() ? texts.get("operation.title.many", words, operation.total())
                : texts.get("operation.title.one", words, target)).orElse(operation.title());
    }

    /** How far it is, or how it ended. */
    public String message(Operation operation) {
        return english ? operation.message()
                : texts.get("operation.progress", operation.done(), operation.total());
    }

    /** What became of one target. */
    public String result(Operation.Result result) {
        var words = english ? Optional.<String>empty() : texts.find("outcome." + result.outcome());
        return texts.get("result", result.target(), words.orElse(result.message()));
    }

    /** What was done. */
    public String deed(AuditEntry entry) {
        var words = english ? Optional.<String>empty() : texts.find("deed." + entry.action());
        return words.map(known -> entry.action().endsWith(".save") ? texts.get("deed.with.detail", known, entry.what())
                : known).orElse(entry.what());
    }

    /** Why a request was not carried out. */
    public String problem(Problem problem) {
        return english ? problem.getMessage() : texts.get(switch (problem) {
            case NotFound _ -> "problem.not.found";
            case Invalid _ -> "problem.invalid";
            case Conflict _ -> "problem.conflict";
            case Denied denied when denied.reason() == Denied.Reason.NOT_AUTHENTICATED -> "problem.not.signed.in";
            case Denied _ -> "problem.not.allowed";
            case Unavailable _ -> "problem.unavailable";
        }, problem.getMessage());
    }
}
