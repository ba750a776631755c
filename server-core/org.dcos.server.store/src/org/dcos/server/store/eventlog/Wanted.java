package org.dcos.server.store.eventlog;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.dcos.domain.eventlog.EntryFilter;

/** A filter of entries as a condition of SQL. @param where empty, or with {@code where} before it */
record Wanted(String where, List<Object> values) {

    static Wanted of(EntryFilter filter) {
        var conditions = new ArrayList<String>();
        var values = new ArrayList<Object>();
        filter.server().ifPresent(server -> add(conditions, values, "server = ?", server));
        filter.bmc().ifPresent(bmc -> add(conditions, values, "bmc = ?", bmc));
        filter.severity().ifPresent(least -> add(conditions, values, "severity >= ?", least.ordinal()));
        filter.from().ifPresent(from -> add(conditions, values, "moment >= ?", SqlEventLogStore.column(from)));
        filter.until().ifPresent(until -> add(conditions, values, "moment < ?", SqlEventLogStore.column(until)));
        filter.text().filter(text -> !text.isBlank()).ifPresent(text -> add(conditions, values,
                "lower(sensor || ' ' || type || ' ' || text) like ? escape '!'", '%' + escaped(text.strip()) + '%'));
        return new Wanted(conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions),
                List.copyOf(values));
    }

    private static void add(List<String> conditions, List<Object> values, String condition, Object value) {
        conditions.add(condition);
        values.add(value);
    }

    private static String escaped(String text) {
        return text.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    /** @return the number of the next parameter */
    int set(PreparedStatement query) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            query.setObject(i + 1, values.get(i));
        }
        return values.size() + 1;
    }
}
