package org.dcos.ui.parts.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.dcos.ui.model.records.RecordColumn;
import org.dcos.ui.model.records.RecordList;
import org.eclipse.ui.IMemento;

/** Which columns are shown of each kind, in which order and how wide; kept with the view. */
final class Columns {

    private static final String CHILD = "columns";
    private static final String TEXT = "shown";
    private static final int MOST_AT_FIRST = 12;
    private static final Set<String> SELDOM = Set.of("mounting.fullDepth", "fullDepth", "comments", "slug");
    private static final Set<String> NARROW = Set.of("mounting.lowestUnit", "mounting.heightUnits", "mounting.face",
            "heightUnits", "row", "state", "side", "phases", "place", "descending");

    private final Map<String, Map<String, Integer>> kept = new LinkedHashMap<>();

    /** The columns of a list that are to be shown, with their widths in pixels. */
    Map<RecordColumn, Integer> of(RecordList list) {
        var shown = new LinkedHashMap<RecordColumn, Integer>();
        var chosen = Optional.ofNullable(kept.get(list.listed().key()));
        if (chosen.isPresent()) {
            chosen.get().forEach((path, width) -> {
                int at = list.column(path);
                if (at >= 0) {
                    shown.put(list.columns().get(at), width);
                }
            });
        }
        if (shown.isEmpty()) {
            list.columns().stream().filter(column -> !SELDOM.contains(column.path())).limit(MOST_AT_FIRST)
                    .forEach(column -> shown.put(column, width(column)));
        }
        return shown;
    }

    static int width(RecordColumn column) {
        return column.numbers() || NARROW.contains(column.path()) ? 90 : column.path().equals("description") ? 240
                : 140;
    }

    /** @param widths by path, in order */
    void keep(String listed, Map<String, Integer> widths) {
        kept.put(listed, new LinkedHashMap<>(widths));
    }

    void forget(String listed) {
        kept.remove(listed);
    }

    void write(IMemento memento) {
        kept.forEach((listed, widths) -> {
            var words = new ArrayList<String>();
            widths.forEach((path, width) -> words.add(path + "=" + width));
            memento.createChild(CHILD, listed).putString(TEXT, String.join("\n", words));
        });
    }

    /** @param memento null when nothing was kept */
    void read(IMemento memento) {
        if (memento == null) {
            return;
        }
        for (var child : memento.getChildren(CHILD)) {
            var widths = new LinkedHashMap<String, Integer>();
            for (var line : List.of(Optional.ofNullable(child.getString(TEXT)).orElse("").split("\n"))) {
                int end = line.lastIndexOf('=');
                if (end > 0 && line.substring(end + 1).matches("[0-9]{1,5}")) {
                    widths.put(line.substring(0, end), Integer.parseInt(line.substring(end + 1)));
                }
            }
            kept.put(child.getID(), widths);
        }
    }
}
