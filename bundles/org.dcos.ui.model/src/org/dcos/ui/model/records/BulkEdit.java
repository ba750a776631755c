package org.dcos.ui.model.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dcos.domain.cmdb.ChangeOrder;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.problem.Invalid;

/**
 * One field of many records that is to have one value.
 *
 * @param text as the field's value is written
 */
public record BulkEdit(List<RecordRow> rows, RecordColumn column, String text) {

    public BulkEdit {
        rows = List.copyOf(rows);
    }

    /** Those that have another value now. */
    public List<RecordRow> changed() {
        return rows.stream().filter(row -> !Items.text(row.item(), column.path()).equals(text.strip())).toList();
    }

    /** How many have which value now, the most frequent first. */
    public Map<String, Integer> before() {
        var counts = new LinkedHashMap<String, Integer>();
        rows.forEach(row -> counts.merge(Items.text(row.item(), column.path()), 1, Integer::sum));
        var sorted = new LinkedHashMap<String, Integer>();
        counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /** @throws Invalid when the text is not of the field's type */
    ChangeOrder order(String why) throws Invalid {
        var edits = new ArrayList<Edit>();
        for (var row : changed()) {
            edits.add(new Edit.Put(Items.with(row.item(), Map.of(column.path(), text))));
        }
        return new ChangeOrder("", why, edits);
    }
}
