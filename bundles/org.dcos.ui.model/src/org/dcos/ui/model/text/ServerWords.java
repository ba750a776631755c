package org.dcos.ui.model.text;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

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
                : texts.get("operation.title.one", words, target))
                .orElseGet(() -> texts.sentences().of(operation.title()));
    }

    /** How far it is, or how it ended. */
    public String message(Operation operation) {
        return english ? operation.message()
                : texts.get("operation.progress", operation.done(), operation.total());
    }

    /** What became of one target. */
    public String result(Operation.Result result) {
        String words = english ? result.message()
                : texts.sentences().find(result.message())
                        .or(() -> texts.find("outcome." + result.outcome())).orElse(result.message());
        return texts.get("result", result.target(), words);
    }

    /** What was done. */
    public String deed(AuditEntry entry) {
        var words = english ? Optional.<String>empty() : texts.find("deed." + entry.action());
        String what = texts.sentences().of(entry.what());
        return words.map(known -> entry.action().endsWith(".save") ? texts.get("deed.with.detail", known, what) : known)
                .orElse(what);
    }

    /** Why a request was not carried out: in the reader's language where it is known, else of what kind that is. */
    public String problem(Problem problem) {
        if (english) {
            return problem.getMessage();
        }
        return problem instanceof Invalid invalid && !invalid.violations().isEmpty()
                ? invalid.violations().stream().map(this::violation).collect(Collectors.joining("\n"))
                : texts.sentences().find(problem.getMessage()).orElseGet(() -> kind(problem));
    }

    private String violation(Invalid.Violation violation) {
        String message = texts.sentences().of(violation.message());
        return violation.field().isEmpty() ? message
                : texts.get("problem.field", texts.sentences().field(violation.field()), message);
    }

    private String kind(Problem problem) {
        return texts.get(switch (problem) {
            case NotFound _ -> "problem.not.found";
            case Invalid _ -> "problem.invalid";
            case Conflict _ -> "problem.conflict";
            case Denied denied when denied.reason() == Denied.Reason.NOT_AUTHENTICATED -> "problem.not.signed.in";
            case Denied _ -> "problem.not.allowed";
            case Unavailable _ -> "problem.unavailable";
        }, texts.sentences().of(problem.getMessage()));
    }
}
