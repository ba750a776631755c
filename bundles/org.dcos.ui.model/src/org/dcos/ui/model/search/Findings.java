package org.dcos.ui.model.search;

import java.util.List;

/**
 * What the finder shows.
 *
 * @param text    what was found; older than what is typed while an answer is awaited
 * @param asking  whether an answer is awaited
 * @param problem why there is no answer; empty when there is one
 */
public record Findings(String text, List<Group> groups, boolean asking, String problem) {

    public static final Findings NONE = new Findings("", List.of(), false, "");

    /** Lines of one kind. @param title of the kind */
    public record Group(String title, List<FoundRow> rows) {
        public Group {
            rows = List.copyOf(rows);
        }
    }

    public Findings {
        groups = List.copyOf(groups);
    }

    /** All lines, from top to bottom. */
    public List<FoundRow> rows() {
        return groups.stream().flatMap(group -> group.rows().stream()).toList();
    }
}
