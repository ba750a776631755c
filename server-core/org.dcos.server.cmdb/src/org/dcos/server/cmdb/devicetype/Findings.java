package org.dcos.server.cmdb.devicetype;

import java.util.ArrayList;
import java.util.List;

import org.dcos.domain.devicetype.TypeReport;
import org.dcos.domain.problem.Invalid;

/** What is wrong with a file, and what of it is not recorded. */
final class Findings {

    /** As many of each are told for a file. */
    private static final int MOST = 100;

    private final String file;
    private final List<Invalid.Violation> faults = new ArrayList<>();
    private final List<TypeReport.Note> notes = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    void fault(int line, String message, Object... values) {
        if (faults.size() < MOST) {
            faults.add(new Invalid.Violation("%s:%d".formatted(file, line), message.formatted(values)));
        }
    }

    void note(int line, String message, Object... values) {
        if (notes.size() < MOST) {
            notes.add(new TypeReport.Note(line, message.formatted(values)));
        }
    }

    List<Invalid.Violation> faults() {
        return faults;
    }

    List<TypeReport.Note> notes() {
        return notes;
    }
}
